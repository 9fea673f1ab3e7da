namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>One emergency as it is kept: who, whom, why, until when, and what came of it. No clinical data but the doctor's own words.</summary>
public sealed record EmergencyCase
{
    /// <summary>Random, 16 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Who opened it.</summary>
    public required string UziNumber { get; init; }

    /// <summary>Her name as on the card then.</summary>
    public required string Name { get; init; }

    /// <summary>Her practice then.</summary>
    public string? Practice { get; init; }

    /// <summary>The one session it holds in, by its reference.</summary>
    public required string Session { get; init; }

    /// <summary>The one patient, by the EPD's id.</summary>
    public required string PatientId { get; init; }

    /// <summary>The coded reason.</summary>
    public required EmergencyReason Reason { get; init; }

    /// <summary>The doctor's own words.</summary>
    public required string Words { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the doctor ended it; null when she did not.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The one it went on from, with a new reason.</summary>
    public string? Extends { get; init; }

    /// <summary>The patient's general practitioner could not be told from the EPD: always reviewed (DESIGN §7).</summary>
    public bool IsGpUnresolved { get; init; }

    /// <summary>Beyond the number of a day; she said that she called, or could not wait.</summary>
    public bool IsOverDay { get; init; }

    /// <summary>The officer's case.</summary>
    public EmergencyCaseState State { get; init; }

    /// <summary>How the doctor accounted for it afterwards; null as long as she has not.</summary>
    public string? Account { get; init; }

    /// <summary>When she did.</summary>
    public DateTimeOffset? Accounted { get; init; }

    /// <summary>What people call it by.</summary>
    public string Reference => Named(Id);

    /// <summary>Is it in force at this moment?</summary>
    public bool IsInForce(DateTimeOffset now) => Ended is null && Until > now;

    /// <summary>When it was over; <see cref="Until"/> while it still runs.</summary>
    public DateTimeOffset Over => Ended ?? Until;

    /// <summary>What people call an emergency with this id.</summary>
    public static string Named(string id) => "NP-" + id[..8].ToUpperInvariant();

    /// <summary>Without patient and words (R6).</summary>
    public override string ToString() => Reference;
}

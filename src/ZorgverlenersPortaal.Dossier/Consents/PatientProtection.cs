namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>One entry of the hospital's list. The BSN itself is not kept (R6): only a keyed seal to compare with, and its end to recognise it by.</summary>
public sealed record PatientProtection
{
    /// <summary>Names the entry in the trail and in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Why.</summary>
    public required ProtectionKind Kind { get; init; }

    /// <summary>The patient's id at the EPD, where the office gave it.</summary>
    public string? PatientId { get; init; }

    /// <summary>Last three digits of the BSN, where the office gave one.</summary>
    public string? BsnEnd { get; init; }

    /// <summary>The one doctor or practice it is about; null: everyone.</summary>
    public AgbCode? Against { get; init; }

    /// <summary>In the words of the office.</summary>
    public required string Reason { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>Until when; null: until it is ended.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Who put her on it.</summary>
    public string? AddedBy { get; init; }

    /// <summary>Who ended it, if anybody did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Does it hold at this moment?</summary>
    public bool HoldsAt(DateTimeOffset moment) => Starts <= moment && !(Ends <= moment);

    /// <summary>Is it about this doctor? An entry against nobody in particular is.</summary>
    public bool IsAbout(CareProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return Against is null || Against == provider.Agb || Against == provider.PracticeAgb;
    }
}

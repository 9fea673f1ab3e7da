namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>What the EPD says it gave, about one patient or about nobody.</summary>
public sealed record EpdLogLine
{
    /// <summary>The line in the file, or the entry in the Bundle, from 1. An entry about several patients makes as many of these.</summary>
    public required int Number { get; init; }

    /// <summary>Given to the portal. Of what others were given nothing else is read.</summary>
    public required bool IsPortals { get; init; }

    /// <summary>When, by the EPD's clock.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The X-Request-Id that came with the request; null when the EPD kept none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The logical id of the Patient; null when the EPD did not write it down.</summary>
    public string? PatientId { get; init; }

    /// <summary>The patient's BSN; null likewise.</summary>
    public string? Bsn { get; init; }

    /// <summary>Without a number in it, so that an accidental interpolation shows nobody (R6).</summary>
    public override string ToString() => FormattableString.Invariant($"line {Number}");
}

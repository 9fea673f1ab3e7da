namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Where a patient lies now, for the banner.</summary>
/// <param name="IsKnown">The EPD told it; false: it could not be asked, which is not "not admitted" (R7).</param>
/// <param name="Ward">Ward and room; null when she is not admitted, or when it is not known.</param>
public sealed record PatientStay(bool IsKnown, string? Ward)
{
    /// <summary>Not admitted now, or not for this role to see.</summary>
    public static readonly PatientStay None = new(true, null);

    /// <summary>It could not be asked.</summary>
    public static readonly PatientStay Unavailable = new(false, null);
}

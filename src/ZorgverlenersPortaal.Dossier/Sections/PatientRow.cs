using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One patient in the list.</summary>
public sealed record PatientRow
{
    /// <summary>The patient's id at the EPD; leaves the portal only inside a handle.</summary>
    public required string PatientId { get; init; }

    /// <summary>Surname first.</summary>
    public required string Name { get; init; }

    /// <summary>As written.</summary>
    public WrittenDate? BirthDate { get; init; }

    /// <summary>Dutch word.</summary>
    public required string Sex { get; init; }

    /// <summary>The EPD says she has died.</summary>
    public bool IsDeceased { get; init; }

    /// <summary>The EPD no longer uses this record, and names no other in its place: it may be out of date.</summary>
    public bool IsInactive { get; init; }

    /// <summary>The stay this row is about.</summary>
    public required Admission Admission { get; init; }

    /// <summary>When she came, or for who has left when she went; lists are sorted by it.</summary>
    public DateTimeOffset Moment => (Admission.State.IsAdmitted() ? Admission.Start?.Earliest : Admission.End?.Latest) ?? DateTimeOffset.MinValue;

    /// <summary>Her coming, or her leaving, as something that can be new; another date is a change of it.</summary>
    public SeenItem Seen => new($"{PatientId}/{Admission.Id}/{(Admission.State.IsAdmitted() ? "in" : "out")}", $"{Admission.Start?.Iso}/{Admission.End?.Iso}");

    /// <summary>Treatment limitations.</summary>
    public required DirectiveSummary Directives { get; init; }
}

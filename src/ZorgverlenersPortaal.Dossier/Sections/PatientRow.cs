using System.Diagnostics.CodeAnalysis;
using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One patient in the list.</summary>
public sealed record PatientRow : PatientLine
{
    /// <summary>A row about this patient.</summary>
    [SetsRequiredMembers]
    internal PatientRow(PatientLine who, Admission admission, DirectiveSummary directives) : base(who) => (Admission, Directives) = (admission, directives);

    /// <summary>For the trail; never on a page (R6).</summary>
    internal string? Bsn { get; init; }

    /// <summary>The stay this row is about.</summary>
    public Admission Admission { get; internal init; }

    /// <summary>When she came, or for who has left when she went; lists are sorted by it.</summary>
    public DateTimeOffset Moment => (Admission.State.IsAdmitted() ? Admission.Start?.Earliest : Admission.End?.Latest) ?? DateTimeOffset.MinValue;

    /// <summary>Her coming, or her leaving, as something that can be new; another date is a change of it.</summary>
    public SeenItem Seen => new($"{PatientId}/{Admission.Id}/{(Admission.State.IsAdmitted() ? "in" : "out")}", $"{Admission.Start?.Iso}/{Admission.End?.Iso}");

    /// <summary>Treatment limitations.</summary>
    public DirectiveSummary Directives { get; }
}

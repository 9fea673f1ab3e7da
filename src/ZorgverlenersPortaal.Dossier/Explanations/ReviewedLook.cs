using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>A look, or a doctor's day as a whole, with what explains it and what raises it.</summary>
/// <param name="Doctor">Who, on which day.</param>
/// <param name="Look">Which patient; null where the rule is about the day.</param>
/// <param name="Explanations">What explains it.</param>
/// <param name="Findings">What raises it and no explanation closed, the heaviest first; empty: closed, nobody needs to look.</param>
public sealed record ReviewedLook(DoctorDay Doctor, Look? Look, IReadOnlyList<Explanation> Explanations, IReadOnlyList<Finding> Findings)
{
    /// <summary>Explained, and no hard rule stands.</summary>
    public bool IsClosed => Findings.Count == 0;

    /// <summary>For the order of a list only; what a person sees are the findings.</summary>
    public int Points => Findings.Sum(finding => finding.Points);

    /// <summary>The EPD could not tell all: what is not explained may yet be.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The record it begins with.</summary>
    public AuditPlace First => Look?.First ?? Doctor.Looks.Select(look => look.First).Concat(Doctor.Searches.Select(search => search.Place)).MinBy(place => place.Time)!;

    /// <summary>The riskiest first; of the same risk the earliest, so that two runs give the same.</summary>
    public static Comparer<ReviewedLook> RiskiestFirst { get; } = Comparer<ReviewedLook>.Create((one, other) =>
        other.Points != one.Points ? other.Points.CompareTo(one.Points) : AuditPlace.IsBefore(one.First, other.First) ? -1 : AuditPlace.IsBefore(other.First, one.First) ? 1 : 0);
}

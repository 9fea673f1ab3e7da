using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>All results of one patient by specialty; groups without any are left out.</summary>
public sealed record ResultOverview
{
    /// <summary>The groups, in the order of <see cref="ResultGroup"/>.</summary>
    public required IReadOnlyList<ResultSpecialty> Specialties { get; init; }

    /// <summary>Older ones are not shown: <c>Results:MaximumShown</c> was reached, or the EPD's list was cut.</summary>
    public bool IsCut { get; init; }

    /// <summary>The oldest day that was asked for; null when all were.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>How many were left out because they are about someone or something else (a donor, a child; fhir.md §4.7).</summary>
    public int AboutOthers { get; init; }

    /// <summary>Why single results are not here; reports then are.</summary>
    public EpdFailure? TestsFailure { get; init; }

    /// <summary>Why reports are not here; single results then are.</summary>
    public EpdFailure? ReportsFailure { get; init; }
}

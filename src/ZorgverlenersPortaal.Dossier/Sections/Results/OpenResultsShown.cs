using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What is open of everybody on a list; recorded before it was handed out.</summary>
public sealed record OpenResultsShown
{
    /// <summary>Why nothing is known; null when the EPD answered.</summary>
    public EpdFailure? Failure { get; init; }

    /// <summary>Why requests without a result are not known; null when the EPD answered.</summary>
    public EpdFailure? RequestsFailure { get; init; }

    /// <summary>There may be more than these (R7).</summary>
    public bool MayMiss { get; init; }

    /// <summary>By patient; who has nothing open is not in it.</summary>
    internal IReadOnlyDictionary<string, OpenResults> Patients { get; init; } = new Dictionary<string, OpenResults>();

    /// <summary>What is open of the patient of this row.</summary>
    public OpenResults Of(PatientRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Patients.GetValueOrDefault(row.PatientId) ?? OpenResults.None;
    }
}

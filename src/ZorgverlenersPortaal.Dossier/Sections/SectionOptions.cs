using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What the hospital's codes and choices are, per group of sections; each group has its own configuration section.</summary>
public sealed record SectionOptions
{
    /// <summary>Section <c>CareMoments</c>.</summary>
    public CareMomentOptions CareMoments { get; init; } = new();

    /// <summary>Section <c>Letters</c>.</summary>
    public LetterOptions Letters { get; init; } = new();

    /// <summary>Section <c>Conclusions</c>.</summary>
    public ConclusionOptions Conclusions { get; init; } = new();

    /// <summary>Section <c>Results</c>.</summary>
    public ResultsOptions Results { get; init; } = new();

    /// <summary>Section <c>Medication</c>.</summary>
    public MedicineOptions Medication { get; init; } = new();

    /// <summary>Section <c>Alerts</c>.</summary>
    public AlertOptions Alerts { get; init; } = new();

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() => [.. CareMoments.Faults(), .. Letters.Faults(), .. Conclusions.Faults(), .. Results.Faults(), .. Medication.Faults(), .. Alerts.Faults()];
}

using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Says where a result stands, by the hospital's table; what the table does not name is "overig", never hidden (fhir.md §4.7).</summary>
internal sealed class ResultGrouping(ResultsOptions options)
{
    /// <summary>The narrow groups first: what a laboratory sends is marked "laboratory" as well.</summary>
    private readonly (ResultGroup Group, IReadOnlyList<ResultCode> Codes)[] _table =
    [
        (ResultGroup.Microbiology, Codes(options.Microbiology, ResultDefaults.Microbiology)),
        (ResultGroup.Pathology, Codes(options.Pathology, ResultDefaults.Pathology)),
        (ResultGroup.Nuclear, Codes(options.Nuclear, ResultDefaults.Nuclear)),
        (ResultGroup.Radiology, Codes(options.Radiology, ResultDefaults.Radiology)),
        (ResultGroup.ClinicalChemistry, Codes(options.ClinicalChemistry, ResultDefaults.ClinicalChemistry)),
    ];

    private readonly IReadOnlyList<ResultCode> _notResults = Codes(options.NotResults, ResultDefaults.NotResults);

    /// <summary>The Observation categories to ask for; null asks for all.</summary>
    public IReadOnlyList<ResultCode>? Asked { get; } = AskedCategories(options);

    public ResultGroup Of(IReadOnlyList<CodeableConcept> categories, CodeableConcept? code) =>
        Find(categories) ?? (code is null ? null : Find([code])) ?? ResultGroup.Other;

    /// <summary>
    /// Does this Observation stand in the list? The server's own selection is repeated only where it did not make it:
    /// its table of codes may know more than ours.
    /// </summary>
    public bool IsResult(Observation observation, bool isCategoryIgnored)
    {
        if (isCategoryIgnored && Asked is not null)
        {
            return Asked.Any(c => c.IsIn(observation.Categories)) || Of(observation.Categories, observation.Code) != ResultGroup.Other;
        }
        return !_notResults.Any(c => c.IsIn(observation.Categories)) || Find(observation.Categories) is not null;
    }

    private static IReadOnlyList<ResultCode> Codes(IList<string> configured, string[] defaults) =>
        [.. (configured.Count > 0 ? configured : defaults).Select(ResultCode.TryRead).OfType<ResultCode>()];

    private static List<ResultCode>? AskedCategories(ResultsOptions options)
    {
        if (options.ObservationCategories.Contains(ResultsOptions.Every))
        {
            return null;
        }
        IEnumerable<ResultCode> all =
        [
            ResultCode.TryRead(ResultDefaults.Laboratory)!,
            .. Codes(options.ClinicalChemistry, ResultDefaults.ClinicalChemistry), .. Codes(options.Microbiology, ResultDefaults.Microbiology),
            .. Codes(options.Pathology, ResultDefaults.Pathology), .. Codes(options.Radiology, ResultDefaults.Radiology),
            .. Codes(options.Nuclear, ResultDefaults.Nuclear),
        ];
        return [.. options.ObservationCategories.Count > 0 ? Codes(options.ObservationCategories, []) : all.Distinct()];
    }

    private ResultGroup? Find(IReadOnlyList<CodeableConcept> concepts)
    {
        foreach (var (group, codes) in _table)
        {
            if (codes.Any(c => c.IsIn(concepts)))
            {
                return group;
            }
        }
        return null;
    }
}

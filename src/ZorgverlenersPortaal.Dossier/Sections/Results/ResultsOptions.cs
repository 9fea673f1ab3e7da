using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// What counts as a result and where it stands; section <c>Results</c> (docs/configuration.md). Codes are written
/// <c>system|code</c>; an empty list means the default (fhir.md §1.11).
/// </summary>
public sealed class ResultsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Results";

    /// <summary>Asks for Observations of every category.</summary>
    public const string Every = "*";

    /// <summary>Categories and codes of clinical chemistry.</summary>
    public IList<string> ClinicalChemistry { get; init; } = [];

    /// <summary>Categories and codes of microbiology.</summary>
    public IList<string> Microbiology { get; init; } = [];

    /// <summary>Categories and codes of pathology.</summary>
    public IList<string> Pathology { get; init; } = [];

    /// <summary>Categories and codes of radiology.</summary>
    public IList<string> Radiology { get; init; } = [];

    /// <summary>Categories and codes of nuclear medicine.</summary>
    public IList<string> Nuclear { get; init; } = [];

    /// <summary>Observation categories asked for; the default is the laboratory's and those of the five groups, <c>*</c> asks for all.</summary>
    public IList<string> ObservationCategories { get; init; } = [];

    /// <summary>Observation categories that are no results, such as vital signs; left out where a server sends them all the same.</summary>
    public IList<string> NotResults { get; init; } = [];

    /// <summary>Asks the EPD to send members, laboratories and materials along; off for one that refuses <c>_include</c>.</summary>
    public bool Includes { get; set; } = true;

    /// <summary>Asks for the newest first; off for an EPD that refuses <c>_sort</c>.</summary>
    public bool NewestFirst { get; set; } = true;

    /// <summary>Months back that are asked for; 0 asks for all.</summary>
    public int Months { get; set; }

    /// <summary>Results and reports shown; a longer list is cut and says so.</summary>
    public int MaximumShown { get; set; } = 1000;

    /// <summary>Whom to call about results of a group when nobody is named with a number: <c>Microbiology=Dienstdoende arts-microbioloog, 078 000 30 10</c>.</summary>
    public IDictionary<string, string> Contacts { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The URL of the extension on Observation and DiagnosticReport that tells since or from when the patient sees it (a moment) or
    /// that she does or does not (a yes or no); none: nothing is claimed.
    /// </summary>
    public string? PatientViewExtension { get; set; }

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (key, codes) in Lists())
        {
            var isCategories = key == nameof(ObservationCategories);
            if (codes.Any(c => ResultCode.TryRead(c) is null && !(isCategories && c == Every)) || (codes.Contains(Every) && codes.Count > 1))
            {
                yield return $"{Section}:{key} must hold one code per item, written system|code, e.g. {ResultDefaults.Laboratory}{(isCategories ? ", or only *" : "")}";
            }
        }
        foreach (var (group, contact) in Contacts.Where(c => !Enum.GetNames<ResultGroup>().Contains(c.Key, StringComparer.OrdinalIgnoreCase) || ReadContact(c.Value) is null))
        {
            yield return $"{Section}:{nameof(Contacts)}:{group}={contact} must be one of {string.Join(", ", Enum.GetNames<ResultGroup>())} with a name, a comma and a telephone number, "
                + $"e.g. {Section}:{nameof(Contacts)}:Microbiology=Dienstdoende arts-microbioloog, 078 000 30 10";
        }
        if (PatientViewUrl is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            yield return $"{Section}:{nameof(PatientViewExtension)}={url} must be the whole URL of an extension, e.g. https://epd.example/fhir/StructureDefinition/patient-view";
        }
        if (Months is < 0 or > 1200)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(Months)} is {Months}; it must lie between 0 (all) and 1200");
        }
        if (MaximumShown is < 1 or > 100_000)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(MaximumShown)} is {MaximumShown}; it must lie between 1 and 100000");
        }
    }

    /// <summary>The URL, or null when none is set.</summary>
    internal string? PatientViewUrl => string.IsNullOrWhiteSpace(PatientViewExtension) ? null : PatientViewExtension.Trim();

    /// <summary>The contact that the hospital set for a group, or null.</summary>
    internal ResultContact? ContactOf(ResultGroup group) => Contacts.FirstOrDefault(c => c.Key.Equals(group.ToString(), StringComparison.OrdinalIgnoreCase)).Value is { } text ? ReadContact(text) : null;

    private static ResultContact? ReadContact(string? text)
    {
        var comma = text?.LastIndexOf(',') ?? -1;
        if (comma < 0 || text![..comma].Trim() is not { Length: > 0 } name)
        {
            return null;
        }
        var phone = text[(comma + 1)..].Trim();
        return phone.Any(char.IsAsciiDigit) && phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')') ? new(name, phone) : null;
    }

    private IEnumerable<(string Key, IList<string> Codes)> Lists() =>
    [
        (nameof(ClinicalChemistry), ClinicalChemistry), (nameof(Microbiology), Microbiology), (nameof(Pathology), Pathology),
        (nameof(Radiology), Radiology), (nameof(Nuclear), Nuclear), (nameof(ObservationCategories), ObservationCategories),
        (nameof(NotResults), NotResults),
    ];
}

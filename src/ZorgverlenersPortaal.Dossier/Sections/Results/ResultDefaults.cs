namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>The codes of fhir.md §1.11, and HL7's table 0074 for servers that sort by department.</summary>
internal static class ResultDefaults
{
    public const string Laboratory = Category + "laboratory";

    private const string Category = "http://terminology.hl7.org/CodeSystem/observation-category|";
    private const string Snomed = "http://snomed.info/sct|";
    private const string Department = "http://terminology.hl7.org/CodeSystem/v2-0074|";

    public static readonly string[] ClinicalChemistry =
    [
        Snomed + "275711006", Snomed + "252275004", Snomed + "314076009", Snomed + "405825005",
        Department + "LAB", Department + "CH", Department + "HM", Department + "TX", Department + "BG", Department + "GE", Laboratory,
    ];

    public static readonly string[] Microbiology =
    [
        Snomed + "19851009", Snomed + "68793005", Snomed + "395124008",
        Department + "MB", Department + "MCB", Department + "MYC", Department + "PAR", Department + "SR", Department + "VR",
    ];

    public static readonly string[] Pathology = [Snomed + "108257001", Department + "PAT", Department + "SP", Department + "CP"];

    public static readonly string[] Radiology =
    [
        Snomed + "363679005", Snomed + "363680008", Snomed + "16310003", Snomed + "77477000", Snomed + "113091000", Snomed + "77343006",
        Department + "RAD", Department + "RX", Department + "RUS", Department + "CT", Department + "NMR", Department + "VUS",
    ];

    public static readonly string[] Nuclear = [Snomed + "371572003", Snomed + "450436003", Department + "NMS"];

    public static readonly string[] NotResults =
    [
        Category + "vital-signs", Category + "social-history", Category + "survey", Category + "activity", Category + "therapy", Category + "exam",
    ];
}

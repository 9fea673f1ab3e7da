using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The four reports: their addresses and words. Dutch.</summary>
public static class OverviewShapes
{
    /// <summary>The page of them.</summary>
    public const string Path = "/toezicht/overzicht";

    /// <summary>All, in the order of the tabs.</summary>
    public static IReadOnlyList<ReportShape> All { get; } = Enum.GetValues<ReportShape>();

    /// <summary>The report of an address's last part; null when there is none.</summary>
    public static ReportShape? Of(string? word) => All.Where(shape => Word(shape) == word).Select(shape => (ReportShape?)shape).FirstOrDefault();

    /// <summary>Where it is made.</summary>
    public static string Address(ReportShape shape) => Word(shape) is { } word ? $"{Path}/{word}" : Path;

    /// <summary>What it is called among the others, and in JSON.</summary>
    public static string Name(ReportShape shape) => Word(shape) ?? "patiënt";

    /// <summary>Its heading.</summary>
    public static string Title(ReportShape shape) => shape switch
    {
        ReportShape.Patient => "Overzicht voor de patiënt",
        ReportShape.Practice => "Overzicht van een praktijk",
        ReportShape.Employee => "Overzicht van een medewerker",
        ReportShape.Record => "Overzicht van een dossier",
    };

    /// <summary>What it is for.</summary>
    public static string Lead(ReportShape shape) => shape switch
    {
        ReportShape.Patient => "Wie bekeek het dossier, wanneer, wat en op welke grond (artikel 15e Wabvpz). Het overzicht wordt vastgelegd. Geef het pas als je zeker weet wie het vraagt.",
        ReportShape.Practice => "Welke patiënten mensen van één organisatie bekeken, per dag. Het overzicht wordt vastgelegd. Geef het niet aan patiënten: er staan er meer in.",
        ReportShape.Employee => "Alles wat één persoon in het portaal deed. Het overzicht wordt vastgelegd. Geef het niet aan patiënten: er staan er meer in.",
        ReportShape.Record => "Alles wat met het dossier van één patiënt gebeurde, ook in het inzagelog zelf. Het overzicht wordt vastgelegd. Voor de patiënt is er een eigen overzicht.",
    };

    /// <summary>What it says when there is nothing.</summary>
    public static string Nothing(ReportShape shape) => shape switch
    {
        ReportShape.Patient => "Niemand bekeek dit dossier in het portaal",
        ReportShape.Practice => "Niemand van deze organisatie bekeek een patiënt in het portaal",
        ReportShape.Employee => "Deze persoon deed niets in het portaal",
        ReportShape.Record => "In het inzagelog staat niets over dit dossier",
    };

    /// <summary>Each line names its patient.</summary>
    public static bool IsOfMany(ReportShape shape) => shape is ReportShape.Practice or ReportShape.Employee;

    private static string? Word(ReportShape shape) => shape switch
    {
        ReportShape.Patient => null,
        ReportShape.Practice => "praktijk",
        ReportShape.Employee => "medewerker",
        ReportShape.Record => "dossier",
    };
}

using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The results of one group as the page shows them.</summary>
/// <param name="Overview">What the EPD gave of the group.</param>
/// <param name="Group">The group.</param>
/// <param name="Chosen">The test whose course is drawn, by its place in the table.</param>
/// <param name="Address">Address of the page.</param>
public sealed record ResultView(ResultOverview Overview, ResultGroup Group, int? Chosen, string Address)
{
    /// <summary>Which of them are new, and what stands for each.</summary>
    public (NewMarks Marks, IReadOnlyDictionary<string, SeenItem> Items) News { get; init; } = (NewMarks.None, new Dictionary<string, SeenItem>());

    /// <summary>Address of a document of a report.</summary>
    public required Func<ResultReport, ResultAttachment, string> FileAddress { get; init; }

    /// <summary>The mark of a result or report, by its source.</summary>
    public NewMark Mark(string source) => News.Marks.Of(News.Items.GetValueOrDefault(source));

    /// <summary>Tests that are part of no report.</summary>
    public IReadOnlyList<TestResult> Tests => [.. Overview.Specialties.SelectMany(specialty => specialty.Results)];

    /// <summary>Reports, newest first.</summary>
    public IReadOnlyList<ResultReport> Reports => [.. Overview.Specialties.SelectMany(specialty => specialty.Reports)];

    /// <summary>What could not be had, in Dutch: none of it may be read as "geen" (R7).</summary>
    public IEnumerable<string> Missing()
    {
        if (Overview.TestsFailure is not null)
        {
            yield return "Losse bepalingen zijn nu niet op te halen.";
        }
        if (Overview.ReportsFailure is not null)
        {
            yield return "Verslagen zijn nu niet op te halen.";
        }
        if (Overview.RequestsFailure is not null)
        {
            yield return "Of er nog uitslagen openstaan, is nu niet op te halen.";
        }
        if (Overview.IsWithoutRequests)
        {
            yield return "Wie de uitslag aanvroeg en wat nog openstaat, is niet te zien voor jouw rol.";
        }
        if (Overview.IsCut)
        {
            yield return Overview.Since is { } since ? $"Alleen uitslagen vanaf {since:dd-MM-yyyy} en de nieuwste daarvan staan hier." : "Niet alle uitslagen staan hier: alleen de nieuwste.";
        }
        else if (Overview.Since is { } first)
        {
            yield return $"Uitslagen van vóór {first:dd-MM-yyyy} staan hier niet.";
        }
        if (Overview.AboutOthers > 0)
        {
            yield return $"Van alle uitslagen van deze patiënt {(Overview.AboutOthers == 1 ? "gaat er 1" : $"gaan er {Overview.AboutOthers}")} over iemand anders, zoals een donor of kind. Die staan niet in het portaal.";
        }
    }

    /// <summary>Nothing at all, as far as could be asked.</summary>
    public bool IsEmpty => Tests.Count == 0 && Reports.Count == 0;
}

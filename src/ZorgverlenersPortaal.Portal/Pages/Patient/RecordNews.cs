using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What is new on a page of a record since this doctor looked last. A section that is not shown stays new.</summary>
public sealed class RecordNews(SeenBefore seen)
{
    /// <summary>What she saw before of this record; of one opened in an emergency nothing is looked up and nothing kept.</summary>
    public static async Task<RecordNews> OfAsync(SeenBook book, PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(grant);
        var basis = grant.Decision.Ruling.Basis;
        return new(basis == AccessBasis.Emergency
            ? SeenBefore.Nothing
            : await book.OpenAsync(grant.Visit.Provider.UziNumber, grant.PatientId, RecordPin.IsListed(basis), cancellation));
    }

    /// <summary>The letters of a page, and which of them it shows.</summary>
    public NewMarks Letters(SectionView<LetterShelf> view, IEnumerable<Letter> shown)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Section is { Content: { } shelf } section
            ? NewMarks.Of(seen, new("letters", shelf.Everything, [.. shown.SelectMany(LetterShelf.SeenOf)], !section.IsIncomplete))
            : NewMarks.None;
    }

    /// <summary>The results of one group, all of which are shown; by their source.</summary>
    public (NewMarks Marks, IReadOnlyDictionary<string, SeenItem> Items) Results(SectionView<ResultOverview> view, ResultGroup group)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Section is not { Content: { } overview } section)
        {
            return (NewMarks.None, new Dictionary<string, SeenItem>());
        }
        var items = SeenResults.Of(section);
        var isWhole = !section.IsIncomplete && overview is { IsCut: false, TestsFailure: null, ReportsFailure: null };
        return (NewMarks.Of(seen, new($"results {group}", [.. items.Values], [.. items.Values], isWhole)), items);
    }

    /// <summary>The marks of results that another page shows too: looking here does not make them seen.</summary>
    public Func<TestResult, NewMark> PeekResults(SectionView<AbnormalResults> view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Section is not { Content: { } results } section || !seen.IsKept)
        {
            return _ => NewMark.None;
        }
        var items = SeenResults.Of(results.Tests, section.Resources);
        return test => seen.Of($"results {ResultGroup.ClinicalChemistry}", items[test.Source]);
    }

    /// <summary>To be called when the page is done.</summary>
    public Task KeepAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return seen.KeepAsync(context.RequestAborted);
    }
}

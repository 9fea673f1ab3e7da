using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Past;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One section of the page of the past, under way.</summary>
public sealed class PastPanel
{
    private readonly Func<RecordPage, Task<PastView?>> _show;
    private readonly Func<bool> _isFetched;

    private PastPanel(string id, string title, Func<bool> isFetched, Func<RecordPage, Task<PastView?>> show) => (Id, Title, _isFetched, _show) = (id, title, isFetched, show);

    /// <summary>Id of the section on the page.</summary>
    public string Id { get; }

    /// <summary>Heading.</summary>
    public string Title { get; }

    /// <summary>Showing it waits for its record only.</summary>
    public bool IsFetched => _isFetched();

    /// <summary>The section, recorded; null when an earlier one could not be: then leave it out.</summary>
    public Task<PastView?> NextAsync(RecordPage page) => _show(page);

    internal static PastPanel Of<T>(string id, string title, PendingSection<PastPart<T>> pending, Func<T, PastLine> line) => new(id, title, () => pending.IsFetched, async page =>
    {
        if (await page.Stream.NextAsync(pending) is not { } view)
        {
            return null;
        }
        var lines = (view.Content?.Items ?? []).Select(item => line(item.Content) with { Versions = item.Versions });
        return new(page.State(view, title, id), [.. lines], view.Content?.Unclear ?? 0, view.Section?.Failure == EpdFailure.HistoryNotKept);
    });
}

using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>
/// Server-sent events for an open page with lists: <c>volgt</c> (somebody looks after this page), <c>gewijzigd</c> (it is out of
/// date), <c>onbekend</c> and <c>weer</c> (the EPD could not be asked, and could again); then <c>pauze</c> or <c>einde</c> as every
/// channel of a session. Nothing of a patient goes over it (docs/adr/0025).
/// </summary>
internal sealed class ListChannel(SessionChannel channel, AccessControl access, ListWatches watches, HandleProtector handles)
{
    private const string Kind = "list";

    /// <summary>Where a page hears of changes to the lists it shows; good in this session only.</summary>
    public string Address(Visit visit, IReadOnlyList<OpenedList> lists) =>
        $"/patienten/kanaal?lijst={handles.Make(Kind, visit.SessionReference, string.Join('\n', lists.Select(list => $"{list.Name}={list.List.Version}")))}";

    /// <summary>Runs as long as a session's channel may. A page that does not say what it shows is out of date at the first look.</summary>
    public async Task RunAsync(HttpContext context)
    {
        var visit = context.Features.GetRequiredFeature<Visit>();
        var grants = await access.OpenListsAsync(visit, context.RequestAborted);
        if (grants.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var shown = Shown(handles.Read(Kind, visit.SessionReference, context.Request.Query["lijst"]));
        List<ListViewer> viewers = [];
        try
        {
            foreach (var grant in grants)
            {
                context.RestsOn(grant.Decision);
                viewers.Add(await watches.OpenAsync(grant, shown.GetValueOrDefault(grant.Name)));
            }
            // R8: a page with a list that is no longer hers is out of date already.
            var isOutdated = shown.Keys.Except(grants.Select(grant => grant.Name), StringComparer.Ordinal).Any();
            await channel.RunAsync(context, new(
                () => Events(viewers, isOutdated),
                async cancellation => await Task.WhenAny(viewers.Select(viewer => viewer.News.WaitToReadAsync(cancellation).AsTask())),
                judged => viewers.ForEach(viewer => viewer.Judged((Visit)judged))));
        }
        finally
        {
            viewers.ForEach(viewer => viewer.Dispose());
        }
    }

    private static Dictionary<string, string> Shown(string? lists) => (lists?.Split('\n') ?? [])
        .Select(list => list.Split('='))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Data)> Events(List<ListViewer> viewers, bool isOutdated)
    {
        yield return ("volgt", "");
        if (isOutdated)
        {
            yield return (Word(ListNews.Changed), "");
        }
        foreach (var viewer in viewers)
        {
            while (viewer.News.TryRead(out var news))
            {
                yield return (Word(news), "");
            }
        }
    }

    private static string Word(ListNews news) => news switch
    {
        ListNews.Same => "weer",
        ListNews.Changed => "gewijzigd",
        ListNews.Unknown => "onbekend",
    };
}

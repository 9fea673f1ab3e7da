using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>
/// Server-sent events for an open list: <c>volgt</c> (somebody looks after this page), <c>gewijzigd</c> (it is out of date),
/// <c>onbekend</c> and <c>weer</c> (the EPD could not be asked, and could again); then <c>pauze</c> or <c>einde</c> as every channel
/// of a session. Nothing of a patient goes over it (docs/adr/0025).
/// </summary>
internal sealed class ListChannel(SessionChannel channel, AccessControl access, ListWatches watches, HandleProtector handles)
{
    private const string Kind = "list";

    /// <summary>Where a page hears of changes to the list it shows; good in this session only.</summary>
    public string Address(Visit visit, PatientList list) => $"/patienten/kanaal?lijst={handles.Make(Kind, visit.SessionReference, list.Version)}";

    /// <summary>Runs as long as a session's channel may. A page that does not say what it shows is out of date at the first look.</summary>
    public async Task RunAsync(HttpContext context)
    {
        var visit = context.Features.GetRequiredFeature<Visit>();
        if (await access.OpenListAsync(visit) is not { } grant)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var viewer = await watches.OpenAsync(grant, handles.Read(Kind, visit.SessionReference, context.Request.Query["lijst"]));
        await channel.RunAsync(context, new(
            () => Events(viewer),
            async cancellation => await viewer.News.WaitToReadAsync(cancellation),
            judged => viewer.Judged((Visit)judged)));
    }

    private static IEnumerable<(string Name, string Data)> Events(ListViewer viewer)
    {
        yield return ("volgt", "");
        while (viewer.News.TryRead(out var news))
        {
            yield return (Word(news), "");
        }
    }

    private static string Word(ListNews news) => news switch
    {
        ListNews.Same => "weer",
        ListNews.Changed => "gewijzigd",
        ListNews.Unknown => "onbekend",
    };
}

using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Opens a doctor's lists for a page, each recorded before it is handed out.</summary>
public sealed class OwnLists(AccessControl access, PatientListReader reader, DischargeLetters letters, OpenResultsReader results, SeenBook seen)
{
    /// <summary>Her lists; none when she may see none, which is recorded. Throws when the EPD gives no answer.</summary>
    public Task<IReadOnlyList<OpenedList>> ReadAsync(HttpContext context, CancellationToken cancellation) => OpenAsync(
        context,
        async grant =>
        {
            var list = await reader.ReadAsync(grant, cancellation);
            return new(grant.Name, grant.Decision, list) { Letters = await letters.ReadAsync(grant, list, cancellation) };
        },
        cancellation);

    /// <summary>The same for paper, with what is open of the patients that stand on it.</summary>
    public Task<IReadOnlyList<OpenedList>> PrintAsync(HttpContext context, Func<PatientList, IEnumerable<PatientRow>> rows, CancellationToken cancellation) => OpenAsync(
        context,
        async grant =>
        {
            var list = await reader.PrintAsync(grant, cancellation);
            return new(grant.Name, grant.Decision, list) { OpenResults = await results.ReadAsync(grant, [.. rows(list)], cancellation) };
        },
        cancellation);

    /// <summary>What is new on what she is about to see of her lists.</summary>
    public async Task<ListMarks> MarksAsync(HttpContext context, ListView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(view);
        return new(await seen.OpenListsAsync(context.Features.GetRequiredFeature<Visit>().Provider.UziNumber, cancellation), view);
    }

    /// <summary>To be called when the page is done: remembers what was shown, and forgets who is no longer hers.</summary>
    public async Task KeepAsync(HttpContext context, ListMarks marks, IReadOnlyList<OpenedList> lists)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(marks);
        await marks.KeepAsync(context.RequestAborted);
        var seals = lists.Select(list => list.List.Seals).ToList();
        if (!seals.Contains(null))
        {
            await seen.KeepOnlyAsync(context.Features.GetRequiredFeature<Visit>().Provider.UziNumber, [.. seals.SelectMany(all => all!)]);
        }
    }

    private async Task<IReadOnlyList<OpenedList>> OpenAsync(HttpContext context, Func<ListGrant, Task<OpenedList>> open, CancellationToken cancellation)
    {
        var grants = await access.OpenListsAsync(context.Features.GetRequiredFeature<Visit>(), cancellation);
        foreach (var grant in grants)
        {
            context.RestsOn(grant.Decision);
        }
        return await Task.WhenAll(grants.Select(open));
    }
}

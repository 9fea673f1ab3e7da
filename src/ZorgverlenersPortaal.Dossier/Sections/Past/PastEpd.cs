using System.Collections.Concurrent;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>
/// The EPD as it was at a moment, for one section: what a search finds now, each in the version of then (docs/adr/0036). What belongs to no
/// patient (wards, products) is read as it is now: it only gives names.
/// </summary>
internal sealed class PastEpd(IEpd epd, EpdCapabilities capabilities, DateTimeOffset moment) : IEpd
{
    /// <summary>Histories read for one search; what goes beyond is counted as unclear.</summary>
    public const int Most = 60;

    /// <summary>Asked of the EPD at once.</summary>
    private const int Together = 6;

    private readonly ConcurrentDictionary<string, bool> _errorsNow = new(StringComparer.Ordinal);
    private int _unclear;

    /// <summary>How many items there are of which cannot be told what they were.</summary>
    public int Unclear => _unclear;

    /// <summary>The version that is shown of an item, and whether the item is known now to be a mistake.</summary>
    public PastVersion Version(Resource shown) => PastVersion.Of(shown, _errorsNow.ContainsKey(shown.Reference));

    public Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource =>
        throw new InvalidOperationException("The past is searched only.");

    public Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset at, CancellationToken cancellation) =>
        throw new InvalidOperationException("The past is searched only.");

    public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        if (query.Type is "Medication" or "Location")
        {
            return await epd.SearchAsync(grant, query, cancellation);
        }
        grant.Demand(query);
        if (!await capabilities.KeepsHistoryAsync(query.Type, cancellation))
        {
            throw new EpdException(EpdFailure.HistoryNotKept, $"The EPD does not say that it gives earlier versions of a {query.Type}.");
        }
        var now = await epd.SearchAsync(grant, query, cancellation);
        var items = now.Resources.Where(r => r.ResourceType == query.Type).ToList();
        foreach (var item in items.Where(item => item.IsEnteredInError))
        {
            _errorsNow[item.Reference] = true;
        }
        // What was not stored since is what it was.
        var changed = items.Where(r => !(VersionAt.StoredAt(r) <= moment)).ToList();
        var then = await ThenAsync(grant, changed.Take(Most), cancellation);
        var unclear = then.Count(v => v.IsUnclear) + Math.Max(0, changed.Count - Most);
        Interlocked.Add(ref _unclear, unclear);
        return now with
        {
            Resources = [.. items.Except(changed), .. then.Select(v => v.Resource).OfType<Resource>(), .. now.Of<Medication>()],
            Strangers = [.. now.Strangers, .. then.SelectMany(v => v.Strangers)],
            Warnings = now.Warnings + unclear,
        };
    }

    private async Task<IReadOnlyList<VersionAt>> ThenAsync(EpdGrant grant, IEnumerable<Resource> items, CancellationToken cancellation)
    {
        List<(VersionAt Version, EpdException? Failure)> then = [];
        foreach (var together in items.Chunk(Together))
        {
            then.AddRange(await Task.WhenAll(together.Select(item => AtAsync(grant, item, cancellation))));
        }
        // One that fails is one that cannot be told; when none can be had, the section could not be fetched (R7).
        return then.Count > 0 && then.TrueForAll(t => t.Failure is not null)
            ? throw new EpdException(then[0].Failure!.Failure, "The EPD gave no history.", then[0].Failure)
            : [.. then.Select(t => t.Version)];
    }

    private async Task<(VersionAt Version, EpdException? Failure)> AtAsync(EpdGrant grant, Resource item, CancellationToken cancellation)
    {
        try
        {
            return (await epd.VersionAtAsync(grant, EpdQuery.History(item.ResourceType, item.Id!), item.VersionId, moment, cancellation), null);
        }
        catch (EpdException e)
        {
            return (VersionAt.Unclear, e);
        }
    }
}

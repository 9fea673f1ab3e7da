using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Passes revocation lists on between the nodes, so that all know a revocation within a second of the first (R8). Whatever
/// another node says is verified as if it came from the street; without the shared state each node goes on by itself.
/// </summary>
public sealed class RevocationSharing(
    RevocationStore store, UziTrust trust, ISharedState state, IDataProtectionProvider protection, RevocationWatch watch)
    : BackgroundService
{
    private const string Channel = "crl-changed";

    // A message wakes at once; who missed it sees the index change, still within the second.
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(0.5);

    private readonly SharedLists _lists = new(state, protection, watch.Clock);
    private readonly Dictionary<string, RevocationNews> _untold = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private byte[]? _seen;

    /// <summary>One round: takes over what others have loaded, then tells what this node has. Never two at once.</summary>
    public async Task MeetAsync(CancellationToken cancellation)
    {
        try
        {
            await HearAsync(cancellation);
            foreach (var news in store.TakeNews())
            {
                _untold[news.List] = news;
            }
            foreach (var news in _untold.Values.ToList())
            {
                if (await TellAsync(news, cancellation))
                {
                    _untold.Remove(news.List);
                }
            }
            watch.Shares();
        }
        catch (Exception e) when (SharedStateUnavailableException.IsBehind(e))
        {
            watch.SharesNot(e.Message);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wake = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Wake() => wake.Writer.TryWrite(true);
        void OnRenewed(object? sender, EventArgs e) => Wake();
        store.Renewed += OnRenewed;
        using var heard = state.Subscribe(Channel, _ => Wake());
        using var timer = watch.Clock.CreateTimer(_ => Wake(), null, TimeSpan.Zero, _every);
        try
        {
            while (await wake.Reader.ReadAsync(stoppingToken))
            {
                await MeetSafelyAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops.
        }
        finally
        {
            store.Renewed -= OnRenewed;
        }
    }

    private async Task MeetSafelyAsync(CancellationToken stopping)
    {
        try
        {
            await MeetAsync(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            watch.Failed(e);
        }
    }

    private async Task HearAsync(CancellationToken cancellation)
    {
        var index = await _lists.IndexAsync(cancellation);
        if (index is null ? _seen is null : _seen is not null && index.AsSpan().SequenceEqual(_seen))
        {
            return;
        }
        var offered = _lists.Read(index).Values.ToHashSet(StringComparer.Ordinal);
        _tried.IntersectWith(offered);
        List<CrlLoad> loads = [];
        foreach (var hash in offered.Where(hash => !_tried.Contains(hash) && !store.IsInUse(hash)).ToList())
        {
            if (await _lists.ListAsync(hash, cancellation) is { } list)
            {
                var outcome = store.Add(list, trust.Authorities, RevocationOrigin.OtherNode);
                // That ours is newer is no fault of anybody.
                loads.Add(new("another node", outcome.Refusal == CrlRefusal.OlderThanStored ? outcome with { Refusal = null } : outcome));
                _tried.Add(hash);
            }
        }
        watch.Saw(loads);
        _seen = index;
    }

    private async Task<bool> TellAsync(RevocationNews news, CancellationToken cancellation)
    {
        if (!store.IsInUse(news.Hash) || _lists.Read(_seen).GetValueOrDefault(news.List) == news.Hash)
        {
            return true;
        }
        if (news.Der.Length > SharedLists.Limit)
        {
            watch.TooLongToShare(news.Der.Length, SharedLists.Limit);
            return true;
        }
        if (!await _lists.KeepAsync(news, cancellation))
        {
            return false;
        }
        await state.PublishAsync(Channel, [], cancellation);
        return true;
    }
}

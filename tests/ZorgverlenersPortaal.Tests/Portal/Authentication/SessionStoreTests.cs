using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>What is kept of a session, and what brings none back.</summary>
public sealed class SessionStoreTests : IDisposable
{
    private readonly PortalClock _clock = new();
    private readonly RecordedState _state;
    private readonly SessionStore _store;

    public SessionStoreTests()
    {
        _state = new RecordedState(new MemoryState(_clock));
        _store = new SessionStore(_state, new EphemeralDataProtectionProvider(), new PortalOptions(), _clock);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task R8_RequestStillUnderWayWhenTheSessionEnds_DoesNotBringItBack()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        var found = (await _store.FindAsync(secret, default))!;
        await _store.EndAsync(secret, default);
        await _store.TouchAsync(secret, found, default);
        Assert.Null(await _store.FindAsync(secret, default));
    }

    [Fact]
    public async Task Touch_NotesTheRequest()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _store.TouchAsync(secret, (await _store.FindAsync(secret, default))!, default);
        Assert.InRange((await _store.FindAsync(secret, default))!.LastSeen, _clock.GetUtcNow().AddSeconds(-30), _clock.GetUtcNow());
    }

    [Fact]
    public async Task Start_KeepsNeitherSecretNorPersonReadable()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        Assert.All(_state.Written, entry =>
        {
            Assert.DoesNotContain(secret, entry.Key, StringComparison.Ordinal);
            Assert.DoesNotContain("900021219", System.Text.Encoding.UTF8.GetString(entry.Value), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task H070_SessionCopiedToAnotherKey_IsUnreadable()
    {
        var (mine, _) = await _store.StartAsync(Session(), default);
        var first = _state.Written.ToList();
        var (other, _) = await _store.StartAsync(Session(), default);
        var second = _state.Written.Skip(first.Count).ToList();
        foreach (var (from, to) in first.Zip(second))
        {
            await _state.SetAsync(to.Key, from.Value, TimeSpan.FromHours(1), default);
        }

        await Assert.ThrowsAsync<SessionUnreadableException>(() => _store.FindAsync(other, default));
        Assert.NotNull(await _store.FindAsync(mine, default));
    }

    [Fact]
    public async Task H070_SessionPutBackAfterItsEnd_IsUnreadable()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        var kept = _state.Written.ToList();
        await _store.EndAsync(secret, default);
        Assert.Null(await _store.FindAsync(secret, default));
        foreach (var (key, value) in kept)
        {
            await _state.SetAsync(key, value, TimeSpan.FromHours(1), default);
        }

        await Assert.ThrowsAsync<SessionUnreadableException>(() => _store.FindAsync(secret, default));
    }

    [Fact]
    public async Task H070_SessionEdited_IsUnreadable()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        foreach (var (key, value) in _state.Written.ToList())
        {
            byte[] edited = [.. value];
            edited[^1] ^= 1;
            await _state.SetAsync(key, edited, TimeSpan.FromHours(1), default);
            await Assert.ThrowsAsync<SessionUnreadableException>(() => _store.FindAsync(secret, default));
            await _state.SetAsync(key, value, TimeSpan.FromHours(1), default);
            Assert.NotNull(await _store.FindAsync(secret, default));
        }
    }

    [Fact]
    public async Task R8_EndAll_EndsEverySessionOfThatDoctorOnly()
    {
        var (first, _) = await _store.StartAsync(Session("a"), default);
        var (second, _) = await _store.StartAsync(Session("b"), default);
        var (other, _) = await _store.StartAsync(Session("c", "900021220"), default);
        var ended = new List<string>();
        using var listening = _store.WhenEnded(ended.Add);
        Assert.Equal(2, await _store.EndAllAsync("900021219", default));
        Assert.Null(await _store.FindAsync(first, default));
        Assert.Null(await _store.FindAsync(second, default));
        Assert.NotNull(await _store.FindAsync(other, default));
        Assert.Equal(new[] { SessionStore.Hash(first), SessionStore.Hash(second) }.Order(StringComparer.Ordinal), ended.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R8_EndAll_TwentySignInsAndTouchesAtOnce_NoneComesBack()
    {
        var store = new SessionStore(_state, new EphemeralDataProtectionProvider(), new PortalOptions { SessionsPerDoctor = 50 }, _clock);
        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => store.StartAsync(Session($"s{i}"), default))));
        var touching = started.Select(s => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await store.TouchAsync(s.Secret, Session("x"), default);
            }
        })).ToList();
        await store.EndAllAsync("900021219", default);
        await Task.WhenAll(touching);
        Assert.All(started, s => Assert.Null(store.FindAsync(s.Secret, default).Result));
        Assert.Empty(await store.ListAsync("900021219", default));
        store.Dispose();
    }

    [Fact]
    public async Task R8_SessionWithoutItsPlaceInTheList_IsNone()
    {
        var (secret, _) = await _store.StartAsync(Session(), default);
        // As when a node dies halfway through ending all sessions.
        await _state.RemoveAsync("sessions:" + SessionStore.Hash("uzi 900021219"), default);
        Assert.Null(await _store.FindAsync(secret, default));
    }

    [Fact]
    public async Task End_OneOfSeveralAtOnce_LeavesTheOthersInTheList()
    {
        var store = new SessionStore(_state, new EphemeralDataProtectionProvider(), new PortalOptions { SessionsPerDoctor = 50 }, _clock);
        var started = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => store.StartAsync(Session($"s{i}"), default))));
        await Task.WhenAll(started.Take(6).Select(s => Task.Run(() => store.EndAsync(s.Secret, default))));
        Assert.Equal(6, (await store.ListAsync("900021219", default)).Count);
        Assert.All(started.Skip(6), s => Assert.NotNull(store.FindAsync(s.Secret, default).Result));
        store.Dispose();
    }

    /// <summary>A session of the GP of De Linde that starts now.</summary>
    internal static PortalSession Session(TimeProvider clock, string reference = "abc", string uziNumber = "900021219") => new()
    {
        Reference = reference,
        Started = clock.GetUtcNow(),
        LastSeen = clock.GetUtcNow(),
        Card = new UziIdentity
        {
            UziNumber = uziNumber,
            CardType = UziCardType.CareProvider,
            Ura = "90000382",
            RoleCode = "01.015",
            Agb = "01056789",
            DisplayName = "Sietske Hoekstra",
            Organization = "De Linde",
            Title = "Huisarts",
            CertificateSerial = "01",
            IssuerName = "CA",
            IssuerThumbprint = "00",
            Thumbprint = "00",
            NotBefore = clock.GetUtcNow(),
            NotAfter = clock.GetUtcNow(),
            IsTestCard = true,
        },
    };

    private sealed class RecordedState(MemoryState inner) : ISharedState
    {
        public List<(string Key, byte[] Value)> Written { get; } = [];

        public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) => inner.GetAsync(key, cancellation);

        public Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
        {
            Written.Add((key, value));
            return inner.SetAsync(key, value, lifetime, cancellation);
        }

        public Task RemoveAsync(string key, CancellationToken cancellation) => inner.RemoveAsync(key, cancellation);

        public Task<bool> ReplaceAsync(string key, byte[]? expected, byte[] value, TimeSpan lifetime, CancellationToken cancellation) =>
            inner.ReplaceAsync(key, expected, value, lifetime, cancellation);

        public Task<byte[]?> TakeAsync(string key, CancellationToken cancellation) => inner.TakeAsync(key, cancellation);

        public Task<long> CountAsync(string key, TimeSpan lifetime, CancellationToken cancellation) => inner.CountAsync(key, lifetime, cancellation);

        public Task PublishAsync(string channel, byte[] message, CancellationToken cancellation) => inner.PublishAsync(channel, message, cancellation);

        public IDisposable Subscribe(string channel, Action<byte[]> heard) => inner.Subscribe(channel, heard);
    }

    private PortalSession Session(string reference = "abc", string uziNumber = "900021219") => Session(_clock, reference, uziNumber);
}

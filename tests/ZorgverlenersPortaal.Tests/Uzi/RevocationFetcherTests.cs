using System.Text;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Lists fetched over real HTTP from a server that may be anything.</summary>
public sealed class RevocationFetcherTests : IAsyncLifetime
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvp-fetch-").FullName;
    private readonly FakeClock _clock = new(_pki.Now);
    private LoopbackServer _server = null!;
    private RevocationStore _store = null!;
    private RevocationFetcher _fetcher = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _store = new RevocationStore(_clock, TimeSpan.FromHours(4));
        _fetcher = Fetcher(_store);
    }

    public async Task DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Fetch_GoodList_IsTakenAndKept()
    {
        _server.AnswerBytes(_pki.Crl(_ca, number: 5));

        Assert.True(Assert.Single(await FetchAsync()).Outcome.Accepted);

        Assert.Equal("5", Assert.Single(_store.Status()).Number);
        var restarted = new RevocationStore(_clock, TimeSpan.FromHours(4));
        using var next = Fetcher(restarted);
        Assert.True(Assert.Single(next.LoadKept()).Outcome.Accepted);
        Assert.Equal("5", Assert.Single(restarted.Status()).Number);
        Assert.Single(Directory.GetFiles(_folder)); // nothing half-written
    }

    [Fact]
    public async Task Fetch_Again_AsksOnlyForSomethingNewer()
    {
        _server.AnswerBytes(_pki.Crl(_ca), tag: "\"one\"");
        await FetchAsync();
        _server.AnswerBytes([], StatusCodes.Status304NotModified);

        Assert.True(Assert.Single(await FetchAsync()).Outcome.Accepted);

        Assert.False(_server.Asked[0].Headers.ContainsKey("If-None-Match"));
        Assert.Equal("\"one\"", _server.Asked[1].Headers["If-None-Match"]);
        Assert.Equal(["GET", "GET"], _server.Asked.Select(asked => asked.Method));
    }

    [Fact]
    public async Task Fetch_Request_TellsNothingOfUs()
    {
        _server.Answer = context =>
        {
            context.Response.Cookies.Append("track", "1");
            return Task.CompletedTask;
        };
        using var activity = new System.Diagnostics.Activity("a request").Start();
        await FetchAsync();
        await FetchAsync();

        Assert.All(_server.Asked, asked => Assert.Equal(["Host"], asked.Headers.Keys));
    }

    [Fact]
    public async Task Fetch_RefusedList_IsAskedForInFullNextTime()
    {
        _server.AnswerBytes(_pki.Crl(_ca), tag: "\"one\"");
        await FetchAsync();
        _server.AnswerBytes(Encoding.ASCII.GetBytes("<html>"), tag: "\"two\"");
        await FetchAsync();
        await FetchAsync();

        Assert.False(_server.Asked[2].Headers.ContainsKey("If-None-Match"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(302)]
    [InlineData(304)] // nobody asked for that
    public async Task H135_Fetch_OtherStatus_LeavesEverythingAsItWas(int status)
    {
        using var elsewhere = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        elsewhere.Start();
        _store.Add(_pki.Crl(_ca, number: 5), _pki.Authorities());
        _server.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"http://127.0.0.1:{((System.Net.IPEndPoint)elsewhere.LocalEndpoint).Port}/";
            return Task.CompletedTask;
        };

        var load = Assert.Single(await FetchAsync());

        Assert.Equal(CrlRefusal.Unreachable, load.Outcome.Refusal);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), load.Outcome.Detail, StringComparison.Ordinal);
        Assert.False(elsewhere.Pending());
        Assert.Equal("5", Assert.Single(_store.Status()).Number);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task H135_Fetch_ServerDown_IsUnreachable()
    {
        await _server.DisposeAsync();

        Assert.Equal(CrlRefusal.Unreachable, Assert.Single(await FetchAsync()).Outcome.Refusal);
    }

    [Fact]
    public async Task H135_Fetch_ServerThatNeverAnswers_IsGivenUpAfterFiveSeconds()
    {
        _server.Hang();
        var fetching = FetchAsync();
        await _server.UntilAskedAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(fetching.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(CrlRefusal.Unreachable, Assert.Single(await fetching).Outcome.Refusal);
    }

    [Fact]
    public async Task H135_Fetch_ServerThatStopsHalfway_IsGivenUpAfterFiveSeconds()
    {
        var sent = new TaskCompletionSource();
        _server.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(_pki.Crl(_ca).AsMemory(0, 100));
            await context.Response.Body.FlushAsync();
            sent.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        };
        var fetching = FetchAsync();
        await sent.Task;
        _clock.Advance(TimeSpan.FromSeconds(5.1));

        Assert.Equal(CrlRefusal.Unreachable, Assert.Single(await fetching).Outcome.Refusal);
        Assert.Empty(_store.Status());
    }

    [Fact]
    public async Task H136_Fetch_HostileList_IsRefusedAndTheLastGoodStays()
    {
        _server.AnswerBytes(_pki.Crl(_ca, number: 5));
        await FetchAsync();
        var kept = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder)));

        foreach (var (name, der, refusal) in HostileCrls.All().Where(hostile => hostile.Refusal != CrlRefusal.TooLarge))
        {
            _server.AnswerBytes(der);
            var load = Assert.Single(await FetchAsync());
            Assert.True(refusal == load.Outcome.Refusal, $"{name}: {load.Outcome.Refusal} {load.Outcome.Detail}");
        }

        Assert.Equal("5", Assert.Single(_store.Status()).Number);
        Assert.Equal(kept, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Fact]
    public async Task H137_Fetch_OldListPlayedBackAfterARestart_IsRefused()
    {
        _server.AnswerBytes(_pki.Crl(_ca, number: 5));
        await FetchAsync();
        var restarted = new RevocationStore(_clock, TimeSpan.FromHours(4));
        using var next = Fetcher(restarted);
        next.LoadKept();
        _server.AnswerBytes(_pki.Crl(_ca, number: 4));

        Assert.Equal(CrlRefusal.OlderThanStored, Assert.Single(await next.FetchAsync(default)).Outcome.Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task H138_Fetch_MoreThan32Megabytes_IsCutOff(bool announced)
    {
        var sent = 0L;
        _server.Answer = async context =>
        {
            const long Size = 64L * 1024 * 1024;
            context.Response.ContentLength = announced ? Size : null;
            var piece = new byte[1024 * 1024];
            for (; sent < Size; sent += piece.Length)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        };

        Assert.Equal(CrlRefusal.TooLarge, Assert.Single(await FetchAsync()).Outcome.Refusal);
    }

    [Fact]
    public async Task Fetch_FolderGone_TakesTheListAndSaysThatItIsNotKept()
    {
        _server.AnswerBytes(_pki.Crl(_ca));
        using var fetcher = new RevocationFetcher([_server.Address], Path.Combine(_folder, "gone"), _store, _pki.Authorities(), _clock);

        var loads = await fetcher.FetchAsync(default);

        Assert.Equal([null, CrlRefusal.Unreadable], loads.Select(load => load.Outcome.Refusal));
        Assert.Single(_store.Status());
    }

    [Fact]
    public void LoadKept_KeptListThatWasTamperedWith_IsRefused()
    {
        var list = _pki.Crl(_ca);
        list[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_folder, "0.crl"), list);

        Assert.Equal(CrlRefusal.BadSignature, Assert.Single(_fetcher.LoadKept()).Outcome.Refusal);
    }

    [Fact]
    public async Task Fetch_NoAddresses_DoesNothing()
    {
        using var none = new RevocationFetcher([], "", _store, _pki.Authorities(), _clock);

        Assert.Empty(await none.FetchAsync(default));
        Assert.Empty(none.LoadKept());
    }

    private RevocationFetcher Fetcher(RevocationStore store) => new([_server.Address], _folder, store, _pki.Authorities(), _clock);

    private Task<IReadOnlyList<CrlLoad>> FetchAsync() => _fetcher.FetchAsync(CancellationToken.None);
}

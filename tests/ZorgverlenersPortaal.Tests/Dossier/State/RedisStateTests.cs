using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.State;

/// <summary>H142: Redis itself, and everything that can happen to it. Refused within a second, back by itself.</summary>
[Collection(RealServers.Name)]
public sealed class RedisStateTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [ServerFact("redis-server")]
    public async Task State_InRedis_DoesWhatEveryStateDoes()
    {
        using var server = await RedisServer.StartAsync();
        using var one = Connect(server.ConnectionString);
        using var other = Connect(server.ConnectionString);
        await SharedStateContract.CheckAsync(new RedisState(one), new RedisState(other));
        Assert.All((await server.DumpAsync()).Keys, key => Assert.StartsWith("zvp:", key, StringComparison.Ordinal));
    }

    [ServerFact("redis-server")]
    public async Task Set_WithALifetime_LeavesNoKeyWithoutAnEnd()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString);
        var state = new RedisState(redis);
        await state.SetAsync("a", [1], _hour, default);
        await state.ReplaceAsync("b", null, [1], _hour, default);
        await state.CountAsync("c", _hour, default);
        await state.CountAsync("c", _hour, default);
        foreach (var key in (string[])["zvp:a", "zvp:b", "zvp:c"])
        {
            Assert.InRange((await server.AskAsync(db => db.KeyTimeToLiveAsync(key)))!.Value, TimeSpan.FromMinutes(55), _hour);
        }
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisNotThereAtStart_IsRefusedAndServesWhenItComes()
    {
        using var server = await RedisServer.StartAsync();
        server.Kill();
        using var redis = Connect(server.ConnectionString);
        var state = new RedisState(redis);
        var heard = 0;
        using var subscription = state.Subscribe("ends", _ => Interlocked.Increment(ref heard));
        await RefusesAsync(state);
        await server.StartAgainAsync();
        await RecoversAsync(state);
        await UntilAsync(async () =>
        {
            await state.PublishAsync("ends", [1], default);
            return Volatile.Read(ref heard) > 0;
        });
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisKilledAndStartedAgain_IsRefusedThenBackWithAllItConfirmed()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString);
        var state = new RedisState(redis);
        var heard = 0;
        using var subscription = state.Subscribe("ends", _ => Interlocked.Increment(ref heard));
        await state.SetAsync("kept", [1], _hour, default);
        await state.SetAsync("ended", [2], _hour, default);
        await state.RemoveAsync("ended", default);
        server.Kill();
        await RefusesAsync(state);
        await server.StartAgainAsync();
        await RecoversAsync(state);
        Assert.Equal([1], await state.GetAsync("kept", default));
        Assert.Null(await state.GetAsync("ended", default));
        await UntilAsync(async () =>
        {
            await state.PublishAsync("ends", [1], default);
            return Volatile.Read(ref heard) > 0;
        });
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisThatFallsSilent_IsRefusedThenBack()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString);
        var state = new RedisState(redis);
        await state.SetAsync("kept", [1], _hour, default);
        server.Signal("STOP");
        try
        {
            await RefusesAsync(state);
        }
        finally
        {
            server.Signal("CONT");
        }

        await RecoversAsync(state);
        Assert.Equal([1], await state.GetAsync("kept", default));
    }

    [ServerFact("redis-server")]
    public async Task H142_WrongPassword_IsRefused()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString.Replace(server.Password, "een-ander", StringComparison.Ordinal));
        await RefusesAsync(new RedisState(redis));
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisFull_RefusesToKeepAndStillForgets()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString);
        var state = new RedisState(redis);
        await state.SetAsync("kept", [1], _hour, default);
        await server.CommandAsync("CONFIG", "maxmemory", "1");
        await Assert.ThrowsAsync<SharedStateUnavailableException>(() => state.SetAsync("more", [1], _hour, default));
        await Assert.ThrowsAsync<SharedStateUnavailableException>(() => state.ReplaceAsync("more", null, [1], _hour, default));
        Assert.Equal([1], await state.GetAsync("kept", default));
        await state.RemoveAsync("kept", default);
        Assert.Null(await state.GetAsync("kept", default));
    }

    [ServerFact("redis-server")]
    public async Task Get_ValueOfAnotherKind_IsRefused()
    {
        using var server = await RedisServer.StartAsync();
        using var redis = Connect(server.ConnectionString);
        await server.AskAsync(db => db.ListLeftPushAsync("zvp:key", "edited"));
        await Assert.ThrowsAsync<SharedStateUnavailableException>(() => new RedisState(redis).GetAsync("key", default));
    }

    [ServerFact("redis-server")]
    public async Task Connect_OverTls_TrustsTheNamedAuthorityAlone()
    {
        var folder = PortalHost.MakeFolder();
        try
        {
            var port = Ports.Free();
            using var server = await RedisServer.StartAsync(
                "--tls-port", $"{port}", "--tls-cert-file", Path.Combine(folder, "server.crt"), "--tls-key-file", Path.Combine(folder, "server.key"), "--tls-auth-clients", "no");
            var address = $"localhost:{port},ssl=true,password={server.Password}";
            using var trusted = Connect(address, Path.Combine(folder, "web-ca.crt"));
            await RecoversAsync(new RedisState(trusted));
            using var foreign = Connect(address, Path.Combine(folder, "trust-anchors.pem"));
            await RefusesAsync(new RedisState(foreign));
            using var system = Connect(address);
            await RefusesAsync(new RedisState(system));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RedisConnection Connect(string connectionString, string authorities = "") =>
        new(new StateOptions { Redis = connectionString, RedisAuthorities = authorities }, TimeProvider.System);

    private static async Task RefusesAsync(RedisState state)
    {
        Func<Task>[] questions =
        [
            () => state.GetAsync("key", default),
            () => state.SetAsync("key", [1], _hour, default),
            () => state.ReplaceAsync("key", null, [1], _hour, default),
            () => state.TakeAsync("key", default),
            () => state.CountAsync("key", _hour, default),
            () => state.RemoveAsync("key", default),
            () => state.PublishAsync("key", [1], default),
        ];
        foreach (var question in questions)
        {
            await Assert.ThrowsAsync<SharedStateUnavailableException>(() => question().WaitAsync(TimeSpan.FromSeconds(10)));
        }
    }

    private static Task RecoversAsync(RedisState state) => UntilAsync(async () =>
    {
        try
        {
            await state.SetAsync("there", [1], _hour, default);
            return await state.GetAsync("there", default) is [1];
        }
        catch (SharedStateUnavailableException)
        {
            return false;
        }
    });

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await done())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

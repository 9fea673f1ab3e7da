using System.Globalization;
using StackExchange.Redis;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Debian's redis-server as the manual wants it: on disk before it answers, with a password, without eviction.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-");
    private readonly string[] _extra;
    private ServerProgram? _program;
    private Lazy<Task<ConnectionMultiplexer>> _other;

    private RedisServer(string[] extra) => (_extra, _other) = (extra, NewConnection());

    public int Port { get; } = Ports.Free();

    public string Password { get; } = "wachtwoord-van-de-test";

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},password={Password}");

    public static async Task<RedisServer> StartAsync(params string[] extra)
    {
        var server = new RedisServer(extra);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts on the data it left behind, and waits until that is loaded.</summary>
    public async Task StartAgainAsync()
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        _program = await ServerProgram.StartAsync("redis-server", Port,
        [
            "--port", port, "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
            "--maxmemory-policy", "noeviction", "--requirepass", Password, .. _extra,
        ]);
        if (!_extra.Contains("--tls-port"))
        {
            await AskAsync(db => db.PingAsync());
        }
    }

    /// <summary>SIGKILL: no word of farewell, nothing flushed.</summary>
    public void Kill()
    {
        Disconnect();
        _program?.Dispose();
        _program = null;
    }

    /// <summary>STOP and CONT: connections stay open, and nothing is answered.</summary>
    public void Signal(string signal) => _program!.Signal(signal);

    /// <summary>As somebody else who has the password, over one connection: to make one takes this client a second.</summary>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question) => await question((await _other.Value).GetDatabase());

    public async Task CommandAsync(string command, params object[] arguments)
    {
        // 1.2.6 sends no administrator's command as text.
        var server = (await _other.Value).GetServer("127.0.0.1", Port);
        switch (command)
        {
            case "FLUSHALL":
                await server.FlushAllDatabasesAsync();
                break;
            case "CONFIG":
                await server.ConfigSetAsync((string)arguments[0], (string)arguments[1]);
                break;
            default:
                throw new ArgumentException(command, nameof(command));
        }
    }

    /// <summary>Every key, and what is under it.</summary>
    public async Task<Dictionary<string, byte[]>> DumpAsync()
    {
        var other = await _other.Value;
        var keys = other.GetServer("127.0.0.1", Port).Keys().Select(key => (string)key!).ToList();
        return keys.ToDictionary(key => key, key => (byte[])other.GetDatabase().StringGet(key)!, StringComparer.Ordinal);
    }

    public void Dispose()
    {
        Kill();
        _folder.Delete(recursive: true);
    }

    private Lazy<Task<ConnectionMultiplexer>> NewConnection() => new(() => ConnectionMultiplexer.ConnectAsync(ConnectionString + ",allowAdmin=true"));

    private void Disconnect()
    {
        if (_other is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            _other.Value.Result.Dispose();
        }
        _other = NewConnection();
    }
}

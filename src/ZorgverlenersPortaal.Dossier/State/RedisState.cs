using StackExchange.Redis;

namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>
/// Shared state of several nodes, in Redis. An end is only an end when Redis has it on disk before it answers: run it with
/// <c>appendfsync always</c> and <c>maxmemory-policy noeviction</c> (docs/configuration.md).
/// </summary>
public sealed class RedisState(RedisConnection redis) : ISharedState
{
    /// <summary>Several keys of ours are not the only ones of that Redis.</summary>
    private const string Prefix = "zvp:";

    private const string Replace = """
        local there = redis.call('GET', KEYS[1])
        if ARGV[1] == '0' then
          if there then return 0 end
        elseif there ~= ARGV[2] then
          return 0
        end
        redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
        return 1
        """;

    private const string Take = """
        local there = redis.call('GET', KEYS[1])
        redis.call('DEL', KEYS[1])
        return there
        """;

    // A counter without an end (a node died between two commands) cannot be: a script is one step.
    private const string Count = """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return count
        """;

    /// <inheritdoc />
    public async Task<byte[]?> GetAsync(string key, CancellationToken cancellation) =>
        await redis.AskAsync(db => db.StringGetAsync(Prefix + key), cancellation);

    /// <inheritdoc />
    public Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation) =>
        redis.AskAsync(db => db.StringSetAsync(Prefix + key, value, lifetime), cancellation);

    /// <inheritdoc />
    public async Task<bool> ReplaceAsync(string key, byte[]? expected, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        RedisValue[] arguments = [expected is null ? 0 : 1, expected ?? [], value, (long)lifetime.TotalMilliseconds];
        return (bool)await redis.AskAsync(db => db.ScriptEvaluateAsync(Replace, [Prefix + key], arguments), cancellation);
    }

    /// <inheritdoc />
    public async Task<byte[]?> TakeAsync(string key, CancellationToken cancellation) =>
        (byte[]?)await redis.AskAsync(db => db.ScriptEvaluateAsync(Take, [Prefix + key]), cancellation);

    /// <inheritdoc />
    public async Task<long> CountAsync(string key, TimeSpan lifetime, CancellationToken cancellation) =>
        (long)await redis.AskAsync(db => db.ScriptEvaluateAsync(Count, [Prefix + key], [(long)lifetime.TotalMilliseconds]), cancellation);

    /// <inheritdoc />
    public Task RemoveAsync(string key, CancellationToken cancellation) =>
        redis.AskAsync(db => db.KeyDeleteAsync(Prefix + key), cancellation);

    /// <inheritdoc />
    public Task PublishAsync(string channel, byte[] message, CancellationToken cancellation) =>
        redis.AskAsync(db => db.PublishAsync(Prefix + channel, message), cancellation);

    /// <inheritdoc />
    public IDisposable Subscribe(string channel, Action<byte[]> heard) => redis.Listen(Prefix + channel, heard);
}

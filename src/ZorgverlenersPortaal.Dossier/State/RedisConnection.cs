using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;

namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>
/// The connection to Redis: made at first use, kept, made again by itself. Every question has an answer or an own exception
/// within the time-out; StackExchange.Redis 1.2.6 itself waits for ever when the other side falls silent.
/// </summary>
public sealed class RedisConnection : IDisposable
{
    private readonly ConfigurationOptions _redis;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;

    /// <summary>With checked options; does not connect yet.</summary>
    public RedisConnection(StateOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        _limit = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _redis = options.ReadRedis() ?? throw new ArgumentException("The connection string of Redis cannot be read.", nameof(options));
        var milliseconds = (int)_limit.TotalMilliseconds;
        _redis.AbortOnConnectFail = false;
        _redis.ConnectTimeout = milliseconds;
        _redis.SyncTimeout = milliseconds;
        _redis.ConnectRetry = 1;
        _redis.ReconnectRetryPolicy = new LinearRetry(milliseconds);
        if (options.RedisAuthorities.Length > 0)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(options.RedisAuthorities);
            _redis.CertificateValidation += (_, certificate, _, errors) => IsTrusted(certificate, errors, authorities);
        }
    }

    /// <summary>Asks one thing of Redis; throws <see cref="SharedStateUnavailableException"/> when there is no answer in time.</summary>
    internal async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question, CancellationToken cancellation)
    {
        try
        {
            return await AskNowAsync(question).WaitAsync(_limit, _clock, cancellation);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            throw new SharedStateUnavailableException("Redis gave no answer: " + e.GetType().Name + ".", e);
        }
    }

    /// <summary>Listens until disposed; subscribes as soon as there is a connection, and again after each break.</summary>
    internal IDisposable Listen(string channel, Action<byte[]> heard)
    {
        void Handle(RedisChannel _, RedisValue message) => heard(message!);
        var subscribed = SubscribeAsync(channel, Handle);
        return new Subscription(() => _ = subscribed.ContinueWith(
            t => t.Result?.UnsubscribeAsync(channel, Handle), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default));
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_connecting is { IsCompletedSuccessfully: true })
            {
                _connecting.Result.Dispose();
            }
            _connecting = Task.FromException<ConnectionMultiplexer>(new ObjectDisposedException(nameof(RedisConnection)));
            _ = _connecting.Exception;
        }
    }

    private async Task<T> AskNowAsync<T>(Func<IDatabase, Task<T>> question) => await question((await ConnectAsync()).GetDatabase());

    private async Task<ISubscriber?> SubscribeAsync(string channel, Action<RedisChannel, RedisValue> handle)
    {
        try
        {
            var subscriber = (await ConnectAsync()).GetSubscriber();
            await subscriber.SubscribeAsync(channel, handle);
            return subscriber;
        }
        catch (Exception e) when (e is RedisException or ObjectDisposedException)
        {
            return null;
        }
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_gate)
        {
            if (_connecting is null or { IsFaulted: true, Exception.InnerException: not ObjectDisposedException })
            {
                _connecting = Task.Run(OpenAsync);
            }
            return _connecting;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(_redis);
        // Else one continuation that waits holds up the answers to everyone.
        multiplexer.PreserveAsyncOrder = false;
        return multiplexer;
    }

    private static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(presented);
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// The one way out to the EPD: patience, token, R12, TLS, in that order, for the answers the portal reads and for the letters
/// it streams.
/// </summary>
public sealed class EpdConnection : IDisposable
{
    private readonly SigningKeys? _keys;
    private readonly RecoveryProbe _probe;
    private readonly HttpMessageInvoker _tokens;

    internal EpdConnection(EpdOptions options, EpdHealth health, TimeProvider clock, ILogger logger)
    {
        Health = health;
        var isSmart = options.Method == EpdAuthentication.SmartBackendServices;
        var endpoint = isSmart ? new TokenEndpoint(options, clock) : null;
        var reading = new ReadOnlyHandler(options.Base, Sockets(options, health, DecompressionMethods.GZip), endpoint);
        // Its own way past the token, for asking one; the connections are the same.
        _tokens = new(reading, disposeHandler: false);
        if (isSmart)
        {
            _keys = new(options.Smart, clock, logger);
            var request = new TokenRequest(_tokens, endpoint!, new(options.Smart, _keys, clock), options.Smart, clock);
            Tokens = new(request.SendAsync, options, health, clock);
        }
        // One breaker for both: a letter that fails tells of the same EPD.
        var patience = new EpdPatience(options, health, clock);
        Reading = new(new ResilientHandler(patience, WithToken(options, reading)));
        Letters = new(new ResilientHandler(patience, WithToken(options, new ReadOnlyHandler(options.Base, Sockets(options, health, DecompressionMethods.None)))));
        _probe = new(Reading, options, health, clock);
    }

    /// <summary>For letters: bytes as the EPD sends them. Throws <see cref="EpdException"/>; a status is the caller's to judge.</summary>
    public HttpMessageInvoker Letters { get; }

    /// <summary>How the EPD is doing.</summary>
    public EpdHealth Health { get; }

    /// <summary>For answers the portal reads: unpacked, same otherwise.</summary>
    internal HttpMessageInvoker Reading { get; }

    /// <summary>Null without SMART Backend Services.</summary>
    internal AccessTokens? Tokens { get; }

    /// <summary>The public keys by which the EPD knows the portal, as a JSON Web Key Set; null when it does not go by keys.</summary>
    public string? PublicKeys() => _keys?.PublicSet();

    /// <inheritdoc />
    public void Dispose()
    {
        _probe.Dispose();
        Reading.Dispose();
        Letters.Dispose();
        _tokens.Dispose();
        Health.Meters.Dispose();
    }

    private HttpMessageHandler WithToken(EpdOptions options, HttpMessageHandler inner) => Tokens is null ? inner : new BearerHandler(Tokens, options.Base, inner);

    /// <summary>No redirects, no cookies, no proxy of the environment; what comes back is bounded by who reads it.</summary>
    private static SocketsHttpHandler Sockets(EpdOptions options, EpdHealth health, DecompressionMethods decompression) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // Not Brotli: .NET tells of damaged Brotli with the same exception as of a fault in the program.
        AutomaticDecompression = decompression,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        SslOptions = OutboundTls.Options(options, health),
    };
}

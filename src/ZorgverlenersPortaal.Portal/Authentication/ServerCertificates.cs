using System.Diagnostics.Metrics;
using System.Net.Security;
using System.Security.Cryptography;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The portal's own certificate as its files hold it now. A renewed one serves the next connection, without a restart: whoever is
/// signed in stays so. One that cannot serve is not taken; the last good one stays in use. Files are looked at every minute, by content,
/// because a certificate and its key are rarely replaced at one moment.
/// </summary>
public sealed partial class ServerCertificates : IHostedService, IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.Tls";

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly PortalSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<ServerCertificates> _log;
    private readonly Meter _meter;
    private readonly Lock _looking = new();
    private byte[] _seen;
    private ITimer? _timer;

    public ServerCertificates(PortalSettings settings, TimeProvider clock, ILogger<ServerCertificates> log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _clock, _log) = (settings, clock, log);
        _seen = Seen();
        Current = KestrelTls.CertificateContext(settings);
        _meter = new(MeterName, version: null, tags: null, scope: this);
        _meter.CreateObservableGauge("server_certificate_seconds_left", () => (new DateTimeOffset(Current.TargetCertificate.NotAfter) - clock.GetUtcNow()).TotalSeconds, "s", "Seconds until the portal's own certificate ends.");
    }

    /// <summary>What new connections are shown.</summary>
    public SslStreamCertificateContext Current { get; private set; }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = _clock.CreateTimer(_ => Look(), null, _minute, _minute);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Takes what the files hold when that is new and can serve.</summary>
    public void Look()
    {
        lock (_looking)
        {
            try
            {
                var seen = Seen();
                if (seen.AsSpan().SequenceEqual(_seen))
                {
                    return;
                }
                _seen = seen;
                Take();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                NotTaken(e.Message);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer?.Dispose();
        _meter.Dispose();
    }

    private void Take()
    {
        var fault = _settings.Portal.UnusableCertificate() ?? ServerCertificateValidity.Fault(_settings.Portal, _clock.GetUtcNow());
        if (fault is not null)
        {
            NotTaken(fault);
            return;
        }
        Current = KestrelTls.CertificateContext(_settings);
        Taken(Current.TargetCertificate.NotAfter.ToUniversalTime());
    }

    private byte[] Seen()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(_settings.Portal.Certificate));
        if (!_settings.Portal.IsPkcs12)
        {
            hash.AppendData(File.ReadAllBytes(_settings.Portal.CertificateKey));
        }
        return hash.GetHashAndReset();
    }

    [LoggerMessage(1213, LogLevel.Information, "The portal serves a renewed certificate, until {Until:u}; sessions go on")]
    private partial void Taken(DateTime until);

    [LoggerMessage(1214, LogLevel.Warning, "The files of Portal:Certificate changed and cannot be used: {Fault}. The last good certificate stays in use; put the right certificate and key there, they are looked at every minute")]
    private partial void NotTaken(string fault);
}

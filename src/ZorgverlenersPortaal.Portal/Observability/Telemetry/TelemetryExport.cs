using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>
/// Sends traces and metrics of the framework's own sources, and the portal's meters, to a collector by OTLP. Never on the path of a
/// request: what the collector does not take in time is lost.
/// </summary>
internal sealed class TelemetryExport(PortalSettings settings, ILogger<TelemetryWatch> log) : IHostedService, IDisposable
{
    private readonly TelemetryOptions _options = settings.Telemetry;
    private readonly List<HttpClient> _clients = [];
    private TracerProvider? _traces;
    private MeterProvider? _metrics;
    private Task? _stopped;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var portal = ResourceBuilder.CreateEmpty().AddService("zorgverlenersportaal", serviceInstanceId: settings.Audit.Node, autoGenerateServiceInstanceId: false);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(portal)
            // By the trace's own number: a caller's wish to be traced does not count (NoPropagator).
            .SetSampler(new TraceIdRatioBasedSampler(_options.TraceShare))
            .AddSource("Microsoft.AspNetCore", "System.Net.Http")
            .AddProcessor(new AllowedAttributes())
            .AddOtlpExporter(exporter => Configure(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(portal)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "ZorgverlenersPortaal.*")
            .AddView(_ => new MetricStreamConfiguration { TagKeys = AllowedAttributes.OfMetrics })
            .AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)(_options.MetricsSeconds * 1000);
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet is sent now, for at most five seconds. Who stops a second time waits for the first.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_clients)
        {
            return _stopped ??= Task.WhenAll(OnItsOwnThread(() => _traces?.Shutdown(5000)), OnItsOwnThread(() => _metrics?.Shutdown(5000)));
        }
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _clients.ForEach(client => client.Dispose());
    }

    // They block, and the pool's threads serve the last requests.
    private static Task OnItsOwnThread(Action stop) => Task.Factory.StartNew(stop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Configure(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new(_options.Address.TrimEnd('/') + "/" + path);
        // Set, so that none of the environment counts.
        exporter.Headers = _options.TokenFile.Length > 0 ? $"Authorization=Bearer {File.ReadAllText(_options.TokenFile).Trim()}" : "";
        exporter.HttpClientFactory = Client;
    }

    private HttpClient Client()
    {
        SocketsHttpHandler sockets = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
        HttpClient client = new(new TelemetryWatch(sockets, log)) { Timeout = TimeSpan.FromSeconds(10) };
        _clients.Add(client);
        return client;
    }
}

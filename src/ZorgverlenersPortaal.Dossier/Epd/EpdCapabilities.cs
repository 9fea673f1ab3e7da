using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// What the EPD says it can do, read at start and again every quarter of an hour, off every doctor's way. Unread, or no
/// longer readable, is no reason to wait: plain searches then.
/// </summary>
internal sealed partial class EpdCapabilities(EpdTransport transport, EpdOptions options, TimeProvider clock, ILogger logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(15);

    private readonly ILogger _logger = logger;
    private volatile CapabilityStatement? _statement;
    private ITimer? _timer;

    /// <summary>How the patients of a doctor are searched now.</summary>
    public PatientSearch PatientSearch => EpdSearches.Choose(options.Search, _statement);

    /// <summary>Does the EPD say that it gives every version of a resource of this type? Throws <see cref="EpdException"/> when it cannot be read.</summary>
    public Task<bool> KeepsHistoryAsync(string type, CancellationToken cancellation) => HasAsync(type, "history-instance", cancellation);

    /// <summary>Does the EPD say that it gives a version by its number?</summary>
    public Task<bool> ReadsVersionsAsync(string type, CancellationToken cancellation) => HasAsync(type, "vread", cancellation);

    /// <summary>Asks anew; a failure forgets what was known.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var before = PatientSearch;
        try
        {
            _statement = await ReadAsync(transport, options, cancellation);
        }
        catch (EpdException e)
        {
            _statement = null;
            LogUnread(e.Message);
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException)
        {
            // This program is stopping.
        }
        if (PatientSearch != before)
        {
            LogSearch(PatientSearch);
        }
    }

    /// <summary>The statement. Throws <see cref="EpdException"/>, also for another resource.</summary>
    public static async Task<CapabilityStatement> ReadAsync(EpdTransport transport, EpdOptions options, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Base, "metadata"));
        request.Headers.TryAddWithoutValidation("Accept", "application/fhir+json");
        return await transport.SendAsync(request, FhirJson.Read, cancellation) as CapabilityStatement
            ?? throw new EpdException(EpdFailure.NotUnderstood, "metadata is no CapabilityStatement");
    }

    /// <summary>Waits for nobody: a portal starts without its EPD.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => _ = RefreshAsync(CancellationToken.None), null, TimeSpan.Zero, _every);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private async Task<bool> HasAsync(string type, string interaction, CancellationToken cancellation)
    {
        var statement = _statement ??= await ReadAsync(transport, options, cancellation);
        return statement.Find(type)?.Interactions.Contains(interaction, StringComparer.Ordinal) == true;
    }

    [LoggerMessage(1310, LogLevel.Warning, "The EPD's capabilities could not be read, searches are plain: {Why}")]
    private partial void LogUnread(string why);

    [LoggerMessage(1311, LogLevel.Information, "The patients of a doctor are searched this way from now on: {Search}")]
    private partial void LogSearch(PatientSearch search);
}

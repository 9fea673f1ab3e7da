namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>Says in the log when the collector stops taking telemetry, and when it takes it again: the exporter itself keeps silent.</summary>
internal sealed partial class TelemetryWatch(HttpMessageHandler inner, ILogger<TelemetryWatch> log) : DelegatingHandler(inner)
{
    private string? _fault;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = base.Send(request, cancellationToken);
            Saw(answer.IsSuccessStatusCode ? null : $"it answers {(int)answer.StatusCode}");
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Saw(e.Message);
            throw;
        }
    }

    private void Saw(string? fault)
    {
        var was = Interlocked.Exchange(ref _fault, fault);
        if (fault is not null && was is null)
        {
            NotTaken(fault);
        }
        else if (fault is null && was is not null)
        {
            TakenAgain();
        }
    }

    [LoggerMessage(5011, LogLevel.Warning, "The collector of Telemetry:Address takes nothing: {Fault}. Traces and metrics of this time are lost; the log and the trail are not")]
    private partial void NotTaken(string fault);

    [LoggerMessage(5012, LogLevel.Information, "The collector takes traces and metrics again")]
    private partial void TakenAgain();
}

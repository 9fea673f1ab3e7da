namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// Looks whether an EPD that is down has come back, as soon as the breaker lets one request through: else the first doctor
/// would be the probe, and see one section of a page.
/// </summary>
internal sealed class RecoveryProbe : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _metadata;
    private readonly EpdHealth _health;
    private readonly ITimer _timer;

    public RecoveryProbe(HttpMessageInvoker invoker, EpdOptions options, EpdHealth health, TimeProvider clock)
    {
        (_invoker, _metadata, _health) = (invoker, new(options.Base, "metadata"), health);
        // A quarter of a second later than the breaker: before that it would be turned away.
        var every = EpdPatience.BreakDuration + TimeSpan.FromMilliseconds(250);
        _timer = clock.CreateTimer(_ => _ = LookAsync(), null, every, every);
    }

    /// <summary>Asks for the EPD's capabilities, which hold no patient, when it is down.</summary>
    public async Task LookAsync()
    {
        if (_health.Condition.State != EpdState.Down)
        {
            return;
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _metadata);
            request.Headers.TryAddWithoutValidation("Accept", "application/fhir+json");
            using var response = await _invoker.SendAsync(request, CancellationToken.None);
        }
        catch (Exception e) when (e is EpdException or ObjectDisposedException or OperationCanceledException)
        {
            // Still down, and that is known; or this program is stopping.
        }
    }

    public void Dispose() => _timer.Dispose();
}

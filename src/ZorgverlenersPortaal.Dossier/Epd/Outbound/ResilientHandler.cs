namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>One request to the EPD with the patience of all, and every failure of a connection named as an <see cref="EpdException"/>.</summary>
internal sealed class ResilientHandler(EpdPatience patience, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Headers of the answer, whatever its status. Throws <see cref="EpdException"/>.</summary>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        patience.ExecuteAsync(attempt => AttemptAsync(request, attempt), cancellationToken);

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await base.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw Named(e);
        }
        catch (IOException e)
        {
            throw new EpdException(EpdFailure.Unreachable, "The connection to the EPD broke.", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // Nobody gave up: the handler's own limit on connecting did.
            throw new EpdException(EpdFailure.Unreachable, "No connection to the EPD was made in time.", e);
        }
    }

    private static EpdException Named(HttpRequestException error) => error switch
    {
        { InnerException: UntrustedEpdException untrusted } => new(EpdFailure.NotTrusted, untrusted.Message, error),
        { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new(EpdFailure.NotTrusted, "No secure connection to the EPD could be made: versions or suites differ, or it did not take the portal's certificate.", error),
        _ => new(EpdFailure.Unreachable, $"The EPD could not be reached: {error.HttpRequestError}.", error),
    };
}

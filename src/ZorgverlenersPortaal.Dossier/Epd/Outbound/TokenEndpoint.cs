using System.Net;
using System.Text.Json;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Where tokens are asked: as configured, or as the EPD's smart-configuration says. R12 lets token requests go there and nowhere else.</summary>
internal sealed class TokenEndpoint(EpdOptions options, TimeProvider clock)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromHours(1);
    private Found? _found;

    /// <summary>The one address that a token request may go to now; null before it was found.</summary>
    public Uri? Address => options.Smart.TokenAddress.Length > 0 ? new(options.Smart.TokenAddress, UriKind.Absolute) : _found?.Address;

    /// <summary>The address; asks the EPD at most once an hour.</summary>
    public async Task<Uri> FindAsync(HttpMessageInvoker invoker, CancellationToken cancellation)
    {
        if (options.Smart.TokenAddress.Length > 0)
        {
            return Address!;
        }
        if (_found is { } known && clock.GetUtcNow() - known.At < _freshFor)
        {
            return known.Address;
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Base, ".well-known/smart-configuration"));
        request.Headers.Accept.Add(new("application/json"));
        using var response = await invoker.SendAsync(request, cancellation);
        var address = response.StatusCode == HttpStatusCode.OK
            ? Read(await SmallAnswer.ReadAsync(response.Content, cancellation))
            : throw new EpdException(StatusFailure.Unproven(response.StatusCode), $"The EPD's smart-configuration answered {(int)response.StatusCode}.");
        _found = new(address, clock.GetUtcNow());
        return address;
    }

    /// <summary>It no longer answers as one: ask the EPD again next time.</summary>
    public void Forget() => _found = null;

    private Uri Read(byte[] body)
    {
        string? text = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            text = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("token_endpoint", out var endpoint)
                && endpoint.ValueKind == JsonValueKind.String ? endpoint.GetString() : null;
        }
        catch (JsonException)
        {
            // As if it named none.
        }
        // The assertion buys a token: whoever forges this document must not choose who gets it.
        return text is not null && EpdSmartOptions.IsTokenAddress(text, options.Base.Scheme == Uri.UriSchemeHttps) && new Uri(text) is var address && IsKnownHost(address)
            ? address
            : throw new EpdException(EpdFailure.NotAuthenticated,
                "The EPD's smart-configuration names no token endpoint that may be used; set Epd:Smart:TokenAddress, or its host in Epd:Smart:TokenHosts.");
    }

    private bool IsKnownHost(Uri address) => options.Smart.TokenHosts.Append(options.Base.Host).Contains(address.Host, StringComparer.OrdinalIgnoreCase);

    private sealed record Found(Uri Address, DateTimeOffset At);
}

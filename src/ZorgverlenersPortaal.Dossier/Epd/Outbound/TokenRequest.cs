using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Asks the token endpoint for one token (SMART Backend Services, fhir.md §4.6).</summary>
internal sealed class TokenRequest(HttpMessageInvoker invoker, TokenEndpoint endpoint, ClientAssertion assertion, EpdSmartOptions options, TimeProvider clock)
{
    /// <summary>When the answer does not say how long: shorter than what SMART advises.</summary>
    private static readonly TimeSpan _unsaid = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>A new token; throws <see cref="EpdException"/> or what the connection throws.</summary>
    public async Task<AccessToken> SendAsync(CancellationToken cancellation)
    {
        var address = await endpoint.FindAsync(invoker, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Accept.Add(new("application/json"));
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("scope", string.Join(' ', options.Asked)),
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            new("client_assertion", assertion.For(address)),
        ]);
        using var response = await invoker.SendAsync(request, cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            endpoint.Forget();
            throw new EpdException(StatusFailure.Unproven(response.StatusCode), $"The token endpoint answered {(int)response.StatusCode}.");
        }
        var body = await SmallAnswer.ReadAsync(response.Content, cancellation);
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Its message could hold the token.
            throw new EpdException(EpdFailure.NotAuthenticated, "The token endpoint's answer cannot be read.");
        }
        finally
        {
            Array.Clear(body);
        }
    }

    private AccessToken Read(JsonElement answer)
    {
        var value = answer.TryGetProperty("access_token", out var token) ? token.GetString() : null;
        var kind = answer.TryGetProperty("token_type", out var type) ? type.GetString() : null;
        // It becomes a header: nothing but what a token may be made of (RFC 6750 §2.1).
        if (string.IsNullOrEmpty(value) || value.Any(c => !char.IsAsciiLetterOrDigit(c) && !"-._~+/=".Contains(c, StringComparison.Ordinal))
            || !string.Equals(kind, "bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new EpdException(EpdFailure.NotAuthenticated, "The token endpoint gave no bearer token.");
        }
        // Without the word, all that was asked is granted (RFC 6749 §5.1).
        var granted = answer.TryGetProperty("scope", out var scope) && scope.GetString() is { } scopes
            ? scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : options.Asked;
        return new(value, clock.GetUtcNow(), Lifetime(answer), SmartScopes.Effective(options.Asked, granted));
    }

    private static TimeSpan Lifetime(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var seconds))
        {
            return _unsaid;
        }
        // Some servers write the number as a text.
        var number = seconds.ValueKind != JsonValueKind.String ? seconds.GetDouble()
            : int.TryParse(seconds.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written
            : throw new JsonException();
        return TimeSpan.FromSeconds(Math.Clamp(number, 1, _longest.TotalSeconds));
    }
}

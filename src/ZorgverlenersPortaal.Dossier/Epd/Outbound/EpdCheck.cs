using System.Globalization;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Tries the way to the EPD before it goes live: trust list, certificates, token and scopes, capabilities. Asks nothing about a patient.</summary>
public sealed class EpdCheck
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(30);

    private readonly EpdConnection _connection;
    private readonly EpdTransport _transport;
    private readonly EpdOptions _options;
    private readonly TimeProvider _clock;

    internal EpdCheck(EpdConnection connection, EpdTransport transport, EpdOptions options, TimeProvider clock) =>
        (_connection, _transport, _options, _clock) = (connection, transport, options, clock);

    /// <summary>Every finding, in the order a connection is made. Never throws for an EPD at fault.</summary>
    public async Task<IReadOnlyList<EpdFinding>> RunAsync(CancellationToken cancellation)
    {
        var capabilities = await CapabilitiesAsync(cancellation);
        return [.. Trust(), .. OwnCertificate(), .. ServerCertificate(), .. await AccessAsync(cancellation), .. capabilities];
    }

    private IEnumerable<EpdFinding> Trust() => _options.TrustedCertificates.Length == 0
        ? [new(false, "trust list: the CAs of this system")]
        : EpdTrust.Load(_options.TrustedCertificates) is var trust
            ? [.. trust.Roots.Concat(trust.Between).Select(ca => Ends($"trust list: {ca.SubjectName.Name}", new(ca.NotAfter.ToUniversalTime())))]
            : [];

    private IEnumerable<EpdFinding> OwnCertificate()
    {
        if (!_options.ShowsCertificate)
        {
            return [];
        }
        using var certificate = OutboundTls.LoadCertificate(_options);
        return [Ends($"client certificate: {certificate.SubjectName.Name}", new(certificate.NotAfter.ToUniversalTime()))];
    }

    private IEnumerable<EpdFinding> ServerCertificate() => _connection.Health.ServerCertificateEnds is { } ends ? [Ends("certificate of the EPD", ends)] : [];

    private async Task<IEnumerable<EpdFinding>> AccessAsync(CancellationToken cancellation)
    {
        if (_connection.Tokens is not { } tokens)
        {
            return [new(false, $"authentication: {_options.Authentication}")];
        }
        try
        {
            var token = await tokens.GetAsync(cancellation);
            var missing = _connection.Health.MissingScopes;
            return
            [
                new(false, string.Create(CultureInfo.InvariantCulture, $"authentication: a token of {token.Lifetime.TotalSeconds:0} s")),
                new(false, $"scopes granted: {string.Join(' ', token.Granted)}"),
                .. missing.Count == 0 ? Array.Empty<EpdFinding>() : [new(true, $"scopes MISSING, their sections are refused: {string.Join(' ', missing)}")],
            ];
        }
        catch (Exception e) when (e is EpdException or HttpRequestException or IOException or OperationCanceledException)
        {
            return [new(true, $"authentication FAILED: {e.Message}")];
        }
    }

    private async Task<IEnumerable<EpdFinding>> CapabilitiesAsync(CancellationToken cancellation)
    {
        try
        {
            return [.. Read(await EpdCapabilities.ReadAsync(_transport, _options, cancellation))];
        }
        catch (EpdException e)
        {
            return [new(true, $"EPD NOT REACHED ({e.Failure}): {e.Message}")];
        }
    }

    private IEnumerable<EpdFinding> Read(CapabilityStatement statement)
    {
        var isR4 = statement.FhirVersion?.StartsWith("4.0", StringComparison.Ordinal) == true;
        yield return new(!isR4, $"EPD reached, FHIR {statement.FhirVersion ?? "of unknown version"}{(isR4 ? "" : "; the portal reads R4 (4.0)")}");
        // A server may know more than it says; whether it honours them shows in the self link of every answer.
        foreach (var (type, parameters) in EpdSearches.Missing(statement))
        {
            yield return new(false, $"search parameters it does not name: {type}?{string.Join('&', parameters)}");
        }
        yield return new(false, $"patients of a doctor are searched: {EpdSearches.Choose(_options.Search, statement)} (Epd:PatientSearch is {_options.PatientSearch})");
    }

    private EpdFinding Ends(string what, DateTimeOffset moment)
    {
        var left = moment - _clock.GetUtcNow();
        var state = left < TimeSpan.Zero ? "ENDED" : left < _soon ? "ENDS SOON," : "ends";
        return new(left < _soon, string.Create(CultureInfo.InvariantCulture, $"{what} {state} {moment:yyyy-MM-dd}"));
    }
}

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>SMART Backend Services at the EPD; section <c>Epd:Smart</c> (fhir.md §4.6, docs/adr/0022).</summary>
public sealed class EpdSmartOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Epd:Smart";

    /// <summary>The portal's name at the EPD.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Token endpoint; empty: as <c>.well-known/smart-configuration</c> at the base says.</summary>
    public string TokenAddress { get; set; } = "";

    /// <summary>Hosts, besides the EPD's own, where a discovered token endpoint may lie.</summary>
    public IList<string> TokenHosts { get; init; } = [];

    /// <summary>Folder with the signing keys: <c>current</c>, and while rotating <c>next</c> or <c>previous</c> (.pem, .key, .pfx, .p12).</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>Password of the key files.</summary>
    public string KeyPassword { get; set; } = "";

    /// <summary>Scopes to ask; empty: read and search of every type the portal shows.</summary>
    public IList<string> Scopes { get; init; } = [];

    /// <summary>The configured scopes, or the default.</summary>
    public IReadOnlyList<string> Asked => Scopes.Count > 0 ? [.. Scopes] : SmartScopes.Default;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    internal IEnumerable<string> Faults(bool isProduction)
    {
        if (ClientId.Length == 0)
        {
            yield return "Epd:Smart:ClientId is empty; enter the name under which the EPD knows the portal";
        }
        if (TokenAddress.Length > 0 && !IsTokenAddress(TokenAddress, isProduction))
        {
            yield return "Epd:Smart:TokenAddress must be an absolute https address without query, fragment or user (http only outside Production)";
        }
        if (TokenHosts.Any(host => Uri.CheckHostName(host) is UriHostNameType.Unknown))
        {
            yield return "Epd:Smart:TokenHosts must hold one host name per item, without scheme, port or path";
        }
        if (Scopes.Any(scope => scope.Length == 0 || scope.Any(c => c is <= ' ' or >= '\x7f' or '"' or '\\')))
        {
            yield return "Epd:Smart:Scopes must hold one scope per item, e.g. system/Patient.rs";
        }
        if (SigningKeyFolder.Fault(KeyFolder, KeyPassword) is { } fault)
        {
            yield return fault;
        }
    }

    /// <summary>May a token endpoint have this address at all? Where it lies is another question.</summary>
    internal static bool IsTokenAddress(string text, bool httpsOnly) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (!httpsOnly && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}

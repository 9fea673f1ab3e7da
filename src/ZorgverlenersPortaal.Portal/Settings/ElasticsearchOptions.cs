using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Where committed records of the trail are sent to be searched; section <c>Audit:Elasticsearch</c> (docs/adr/0039).</summary>
public sealed partial class ElasticsearchOptions
{
    private const string Prefix = AuditOptions.Section + ":Elasticsearch:";

    /// <summary>Address of Elasticsearch; empty: nothing is sent.</summary>
    public string Address { get; set; } = "";

    /// <summary>What the names of the indices begin with.</summary>
    public string Index { get; set; } = "zvp-audit";

    /// <summary>File with an API key, encoded as Elasticsearch gives it.</summary>
    public string ApiKeyFile { get; set; } = "";

    /// <summary>User, where there is no API key.</summary>
    public string User { get; set; } = "";

    /// <summary>File with that user's password.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>PEM file with the CAs of Elasticsearch's certificate; empty: those the system trusts.</summary>
    public string TrustedCertificates { get; set; } = "";

    /// <summary>Proxy on the way; empty: none, whatever the environment says.</summary>
    public string Proxy { get; set; } = "";

    /// <summary>File of the key by which the index knows a BSN again.</summary>
    public string BsnKey { get; set; } = "";

    /// <summary>Folder of the file that says how far a node is; empty: <c>trail</c> beside the accounts database.</summary>
    public string CursorFolder { get; set; } = "";

    /// <summary>Most records in one request.</summary>
    public int BatchRecords { get; set; } = 500;

    /// <summary>Most bytes in one request.</summary>
    public int BatchBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Seconds one request may take.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>The longest wait after a fault, seconds.</summary>
    public double LongestWaitSeconds { get; set; } = 60;

    /// <summary>Seconds a record may wait before it is an alarm.</summary>
    public double LagSeconds { get; set; } = 300;

    /// <summary>Records are sent.</summary>
    public bool IsOn => Address.Length > 0;

    /// <summary>How one node of the trail is sent; only after <see cref="Faults"/> found none.</summary>
    public ShippingOptions Shipping(AuditTrailOptions trail, string folder)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return new()
        {
            Storage = trail.Storage,
            Node = trail.Node,
            CursorFolder = CursorFolder.Length > 0 ? CursorFolder : folder,
            Address = new(Address, UriKind.Absolute),
            BsnKey = BsnKey,
            Index = Index,
            ApiKeyFile = OrNull(ApiKeyFile),
            User = OrNull(User),
            PasswordFile = OrNull(PasswordFile),
            TrustedCertificates = OrNull(TrustedCertificates),
            Proxy = Proxy.Length > 0 ? new(Proxy, UriKind.Absolute) : null,
            BatchRecords = BatchRecords,
            BatchBytes = BatchBytes,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
            LongestWait = TimeSpan.FromSeconds(LongestWaitSeconds),
        };
    }

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(bool isProduction) => IsOn
        ? [.. AddressFaults(isProduction), .. CredentialFaults(isProduction), .. FileFaults(), .. NumberFaults()]
        : Given().Select(key => $"{Prefix}{key} has no meaning without {Prefix}Address; set the address, or take it away");

    private IEnumerable<string> Given() =>
        from setting in new[]
        {
            (nameof(ApiKeyFile), ApiKeyFile), (nameof(User), User), (nameof(PasswordFile), PasswordFile), (nameof(TrustedCertificates), TrustedCertificates),
            (nameof(Proxy), Proxy), (nameof(BsnKey), BsnKey), (nameof(CursorFolder), CursorFolder),
        }
        where setting.Item2.Length > 0
        select setting.Item1;

    private IEnumerable<string> AddressFaults(bool isProduction)
    {
        if (!IsPlain(Address, out var address))
        {
            yield return $"{Prefix}Address must be an absolute http(s) address without query, fragment or user, e.g. https://elastic.hospital.example:9200";
        }
        else if (isProduction && address!.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"{Prefix}Address is http in Production: who looked at whom would cross the network readable; use https";
        }
        if (Proxy.Length > 0 && !IsPlain(Proxy, out _))
        {
            yield return $"{Prefix}Proxy must be an absolute http(s) address, e.g. http://proxy.hospital.example:3128";
        }
        if (!IndexName().IsMatch(Index))
        {
            yield return $"{Prefix}Index must be 1 to 60 of a-z, 0-9 and hyphens, beginning with a letter; the index template goes by it";
        }
    }

    private static bool IsPlain(string text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 };

    private IEnumerable<string> CredentialFaults(bool isProduction)
    {
        if (ApiKeyFile.Length > 0 && (User.Length > 0 || PasswordFile.Length > 0))
        {
            yield return $"{Prefix}ApiKeyFile does not go with {Prefix}User; choose one";
        }
        else if (User.Length > 0 != PasswordFile.Length > 0)
        {
            yield return $"{Prefix}User and {Prefix}PasswordFile go together; set both or neither";
        }
        else if (isProduction && ApiKeyFile.Length == 0 && User.Length == 0)
        {
            yield return $"{Prefix}ApiKeyFile is empty; in Production Elasticsearch must know who sends (or set {Prefix}User and {Prefix}PasswordFile)";
        }
    }

    private IEnumerable<string> FileFaults()
    {
        foreach (var (key, file) in new[] { (nameof(ApiKeyFile), ApiKeyFile), (nameof(PasswordFile), PasswordFile) }.Where(one => one.Item2.Length > 0 && !File.Exists(one.Item2)))
        {
            yield return $"{Prefix}{key}: there is no file '{file}'";
        }
        if (BsnKey.Length == 0 || !File.Exists(BsnKey))
        {
            yield return $"{Prefix}BsnKey: there is no file '{BsnKey}'; make one with 'portal audit bsn-key FILE' and give every node the same";
        }
        else if (Why(() => Audit.Shipping.BsnKey.Load(BsnKey)) is { } fault)
        {
            yield return $"{Prefix}BsnKey cannot be used ({fault}); make one with 'portal audit bsn-key FILE'";
        }
        if (TrustedCertificates.Length > 0 && Why(LoadTrust) is { } why)
        {
            yield return $"{Prefix}TrustedCertificates cannot be used ({why}); name a PEM file with the CA of Elasticsearch's certificate";
        }
    }

    private void LoadTrust()
    {
        X509Certificate2Collection certificates = [];
        certificates.ImportFromPemFile(TrustedCertificates);
        if (certificates.Count == 0)
        {
            throw new CryptographicException("there is no certificate in it");
        }
    }

    private static string? Why(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return fault.Message;
        }
    }

    private IEnumerable<string> NumberFaults() =>
        from one in new (string Key, double Value, double Least, double Most)[]
        {
            (nameof(BatchRecords), BatchRecords, 1, 5000),
            (nameof(BatchBytes), BatchBytes, 64 * 1024, 50 * 1024 * 1024),
            (nameof(TimeoutSeconds), TimeoutSeconds, 1, 300),
            (nameof(LongestWaitSeconds), LongestWaitSeconds, 1, 3600),
            (nameof(LagSeconds), LagSeconds, 10, 86_400),
        }
        where !(one.Value >= one.Least && one.Value <= one.Most)
        select string.Create(CultureInfo.InvariantCulture, $"{Prefix}{one.Key} is {one.Value}; it must lie between {one.Least} and {one.Most}");

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,59}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IndexName();
}

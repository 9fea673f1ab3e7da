using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

/// <summary>R13: what is wrong with the way to the EPD is said at start, by its key and with its mend.</summary>
public sealed class EpdAccessFaultsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faults-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, Action<EpdOptions, string>> Wrong => new()
    {
        { "Epd:Authentication", (o, _) => o.Authentication = "2" },
        { "Epd:Authentication", (o, _) => o.Authentication = "smartbackendservices" },
        { "Epd:ClientCertificate", (o, _) => o.Authentication = "ClientCertificate" },
        { "Epd:ClientCertificate", (o, f) => EpdRig.ShowCertificate(o, f) },
        { "Epd:ClientCertificate", (o, f) => { Shown(o, f); o.ClientCertificateKey = "/nowhere.key"; } },
        { "Epd:ClientCertificate", (o, f) => { Shown(o, f); o.ClientCertificateKey = o.ClientCertificate; } },
        { "Epd:ClientCertificate", (o, f) => { Shown(o, f); o.ClientCertificate = "/nowhere.pfx"; } },
        { "Epd:ClientCertificate", (o, f) => { Shown(o, f); o.ClientCertificatePassword = "not encrypted"; } },
        { "Epd:BaseAddress", (o, f) => { Shown(o, f); o.BaseAddress = "http://localhost/fhir"; } },
        { "Epd:BaseAddress", (o, _) => o.BaseAddress = "http://epd.example/fhir" },
        { "Epd:BaseAddress", (o, f) => { Smart(o, f); o.BaseAddress = "http://localhost/fhir"; } },
        { "Epd:TrustedCertificates", (o, _) => o.TrustedCertificates = "/nowhere.pem" },
        { "Epd:TrustedCertificates", (o, f) => o.TrustedCertificates = f },
        { "Epd:TrustedCertificates", (o, f) => o.TrustedCertificates = Ca(f, TestPki.Shared.Persoon) },
        { "Epd:Smart:ClientId", (o, f) => { Smart(o, f); o.Smart.ClientId = ""; } },
        { "Epd:Smart:KeyFolder", (o, f) => { Smart(o, f); o.Smart.KeyFolder = "/nowhere"; } },
        { "Epd:Smart:TokenAddress", (o, f) => { Smart(o, f); o.Smart.TokenAddress = "http://epd.example/token"; } },
        { "Epd:Smart:TokenAddress", (o, f) => { Smart(o, f); o.Smart.TokenAddress = "/token"; } },
        { "Epd:Smart:TokenAddress", (o, f) => { Smart(o, f); o.Smart.TokenAddress = "https://user:pass@epd.example/token"; } },
        { "Epd:Smart:TokenHosts", (o, f) => { Smart(o, f); o.Smart.TokenHosts.Add("https://epd.example"); } },
        { "Epd:Smart:Scopes", (o, f) => { Smart(o, f); o.Smart.Scopes.Add("system/Patient.rs system/Consent.rs"); } },
        { "Epd:Smart:Scopes", (o, f) => { Smart(o, f); o.Smart.Scopes.Add(""); } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void R13_Faults_OfOneWrongSettingInProduction_NameItsKey(string key, Action<EpdOptions, string> spoil)
    {
        var options = new EpdOptions { BaseAddress = "https://epd.example/fhir" };
        spoil(options, _folder);

        Assert.StartsWith(key + " ", Assert.Single(options.Faults(isProduction: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Faults_OfEverythingRight_AreNone()
    {
        var options = new EpdOptions { BaseAddress = "https://epd.example/fhir" };
        Smart(options, _folder);
        EpdRig.ShowCertificate(options, _folder);
        options.TrustedCertificates = Ca(_folder, TestPki.Shared.WebCa);
        options.Smart.TokenAddress = "https://login.example/token";

        Assert.Empty(options.Faults(isProduction: true));
    }

    [Fact]
    public void R13_Faults_OfHttpOutsideProduction_AreNone()
    {
        var options = new EpdOptions { BaseAddress = "http://epd.example/fhir" };
        Smart(options, _folder);
        options.Smart.TokenAddress = "http://epd.example/token";

        Assert.Empty(options.Faults());
        Assert.Empty(new EpdOptions { BaseAddress = "http://127.0.0.1/fhir" }.Faults(isProduction: true));
    }

    private static void Shown(EpdOptions options, string folder)
    {
        EpdRig.ShowCertificate(options, folder);
        options.Authentication = "ClientCertificate";
    }

    private static void Smart(EpdOptions options, string folder)
    {
        var keys = Directory.CreateDirectory(EpdRig.KeyFolder(folder)).FullName;
        File.WriteAllText(Path.Combine(keys, "current.pem"), EpdRig.StrongKey.ExportPkcs8PrivateKeyPem());
        options.Authentication = "SmartBackendServices";
        (options.Smart.ClientId, options.Smart.KeyFolder) = ("portaal", keys);
    }

    private static string Ca(string folder, TestAuthority authority)
    {
        var path = Path.Combine(folder, "ca.pem");
        File.WriteAllText(path, authority.Certificate.ExportCertificatePem());
        return path;
    }
}

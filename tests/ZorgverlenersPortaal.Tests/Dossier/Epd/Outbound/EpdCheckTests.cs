using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

public sealed class EpdCheckTests : IAsyncLifetime
{
    private SecureEpd _epd = null!;

    public async Task InitializeAsync() => _epd = await SecureEpd.StartAsync();

    public async Task DisposeAsync() => await _epd.DisposeAsync();

    [Fact]
    public async Task Run_EverythingWorks_TellsWhatItFound()
    {
        using var rig = EpdRig.Smart(_epd, options => EpdRig.ShowCertificate(options, Path.GetDirectoryName(options.Smart.KeyFolder)!));

        var findings = await RunAsync(rig);

        Assert.DoesNotContain(findings, finding => finding.IsFault);
        AssertSays(findings, "trust list: ", "client certificate: CN=portaal ends", "certificate of the EPD ends", "a token of 300 s", "scopes granted: system/AllergyIntolerance.rs", "EPD reached, FHIR 4.0.1",
            "search parameters it does not name: Patient?identifier&general-practitioner");
        Assert.DoesNotContain(findings, finding => finding.Text.Contains("Condition?", StringComparison.Ordinal) || finding.Text.Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ScopeMissing_IsAFault()
    {
        _epd.Scope = "system/Patient.rs";
        using var rig = EpdRig.Smart(_epd);

        Assert.Contains(await RunAsync(rig), finding => finding.IsFault && finding.Text.Contains("scopes MISSING", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_TokenRefused_IsAFaultAndSaysWhy()
    {
        _epd.OnToken = context => SecureEpd.StatusAsync(context, 400);
        using var rig = EpdRig.Smart(_epd);

        AssertSays([.. (await RunAsync(rig)).Where(finding => finding.IsFault)], "authentication FAILED: The token endpoint answered 400.", "EPD NOT REACHED (NotAuthenticated)");
    }

    [Fact]
    public async Task Run_AnotherVersion_IsAFault()
    {
        _epd.OnFhir = async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            await context.Response.WriteAsync("""{"resourceType":"CapabilityStatement","fhirVersion":"3.0.2"}""");
            return true;
        };
        using var rig = EpdRig.To(_epd.Base);

        AssertSays([.. (await RunAsync(rig)).Where(finding => finding.IsFault)], "FHIR 3.0.2; the portal reads R4");
    }

    [Fact]
    public async Task Run_NotTrusted_IsAFaultAndSaysWhy()
    {
        using var rig = EpdRig.To(_epd.Base, (options, folder) =>
        {
            options.TrustedCertificates = Path.Combine(folder, "other.pem");
            File.WriteAllText(options.TrustedCertificates, TestPki.Shared.ForeignRoot.Certificate.ExportCertificatePem());
        });

        AssertSays([.. (await RunAsync(rig)).Where(finding => finding.IsFault)], "EPD NOT REACHED (NotTrusted)");
    }

    [Fact]
    public async Task Run_CertificateEndsSoon_IsAFault()
    {
        using var rig = EpdRig.To(_epd.Base, (options, folder) =>
        {
            options.Authentication = nameof(EpdAuthentication.ClientCertificate);
            EpdRig.ShowCertificate(options, folder);
        });
        rig.Clock.Set(TestPki.Shared.Now.AddDays(350));
        AssertSays(await RunAsync(rig), "CN=portaal ENDS SOON");
        rig.Clock.Set(TestPki.Shared.Now.AddDays(370));
        AssertSays(await RunAsync(rig), "CN=portaal ENDED");
    }

    private static Task<IReadOnlyList<EpdFinding>> RunAsync(EpdRig rig) => new EpdCheck(rig.Connection, rig.Transport, rig.Options, rig.Clock).RunAsync(default);

    private static void AssertSays(IReadOnlyList<EpdFinding> findings, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(findings, finding => finding.Text.Contains(text, StringComparison.Ordinal)));
}

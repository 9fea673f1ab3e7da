using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Commands;

/// <summary>ops/scan: TLS of the real program against the NCSC guidelines, item by item, and that it finds what is wrong.</summary>
[Collection(Site.Shared)]
public sealed class ScanTests(Site site)
{
    [ScanFact]
    public async Task Scan_AsShipped_PassesEveryItem()
    {
        var said = await ScanAsync(site.Portal, "Good", expected: 0);
        Assert.Equal("SCAN OK", said.Last());
        Assert.DoesNotContain(said, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.True(said.Count(line => line.StartsWith("pass", StringComparison.Ordinal)) >= 23, string.Join('\n', said));
    }

    [ScanFact]
    public async Task Scan_TheSufficientProfile_PassesItsOwnItemsAndNotThoseOfGood()
    {
        await using var portal = await Portal.StartAsync(
            site.Hospital.Fhir, new Dictionary<string, string>(StringComparer.Ordinal) { ["Portal__TlsProfile"] = "Sufficient" });
        var said = await ScanAsync(portal, "Sufficient", expected: 0);
        Assert.Contains(said, line => line.StartsWith("pass     client renegotiation refused", StringComparison.Ordinal));
        Assert.Contains(await ScanAsync(portal, "Good", expected: 1), line => line.StartsWith("FAIL     TLSv1.2", StringComparison.Ordinal));
    }

    [ScanFact]
    public async Task Scan_WithTheSystemsOwnOpenSsl_FindsTheFiniteFields()
    {
        await using var portal = await Portal.StartAsync(
            site.Hospital.Fhir, new Dictionary<string, string>(StringComparer.Ordinal) { ["OPENSSL_CONF"] = "/etc/ssl/openssl.cnf" });
        var said = await ScanAsync(portal, "Good", expected: 1);
        Assert.Contains(said, line => line.StartsWith("FAIL     no finite-field groups (ffdhe)", StringComparison.Ordinal) && line.Contains("ffdhe2048", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyCollection<string>> ScanAsync(Portal portal, string profile, int expected) => RunningProgram.RunAsync(
        "ops/scan",
        "bash",
        [
            Path.Combine(Checkout.Root, "ops", "scan"), "--portal", portal.Origin.AbsoluteUri, "--profile", profile,
            "--ca", portal.Pki.File("web-ca.crt"), "--card", portal.Pki.File("huisarts.chain.pem"), "--key", portal.Pki.File("huisarts.key"),
        ],
        new Dictionary<string, string?>(),
        expected);
}

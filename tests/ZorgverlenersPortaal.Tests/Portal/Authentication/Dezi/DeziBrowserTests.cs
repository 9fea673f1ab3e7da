using System.Diagnostics;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>
/// A real browser, because only a browser knows SameSite: the issuer is another site (127.0.0.1 and localhost), and the
/// session's Strict cookie must be there after the return.
/// </summary>
[Collection(RealServers.Name)]
public sealed class DeziBrowserTests(SandboxFixture fixture)
{
    [ServerFact("chromium")]
    public async Task Return_InChromiumFromAnotherSite_LandsSignedInOnTheList()
    {
        await using var issuer = await TestDeziIssuer.StartAsync();
        issuer.Script = new() { AsPage = true };
        issuer.Rename("127.0.0.1");
        var folder = PortalHost.MakeFolder();
        var port = Ports.Free();
        issuer.Registered = $"https://localhost:{port}/inloggen/dezi/terug";
        await using var portal = await PortalHost.StartAsync(
            folder, fixture.Epd.Address, [.. issuer.SettingsIn(folder), ("Portal:Listen", $"127.0.0.1:{port}"), ("Portal:Origin", $"https://localhost:{port}")]);
        issuer.Clock = portal.Clock;

        var dumping = DumpAsync($"https://localhost:{port}/inloggen/dezi");
        await ListIsShownAsync(portal, dumping);
        // The browser tells what it ended on when nothing is under way any more; the channels of the list close after a minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await dumping;
        Assert.Single(portal.Trail(AuditEventType.SignedIn));
        Assert.Contains("ingelogd met Dezi", page, StringComparison.Ordinal);
        Assert.Contains("Mijn patiënten in het ziekenhuis", page, StringComparison.Ordinal);
    }

    /// <summary>By the channel that the page itself opened: a clock put forward before that would end the page halfway.</summary>
    private static async Task ListIsShownAsync(PortalHost portal, Task dumping)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!dumping.IsCompleted && portal.Trail(AuditEventType.ListWatched).Count == 0)
        {
            await tick.WaitForNextTickAsync();
        }
    }

    /// <summary>The page the browser ends on, after it has followed what moves by itself.</summary>
    private static async Task<string> DumpAsync(string address)
    {
        var home = Directory.CreateTempSubdirectory("dezi-home-");
        try
        {
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                // Whom to trust over TLS is tested elsewhere; here it is about cookies.
                "--ignore-certificate-errors", "--virtual-time-budget=20000", $"--user-data-dir={home.FullName}", "--dump-dom", address,
            ];
            using var process = Process.Start(new ProcessStartInfo("chromium", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(90));
            await process.WaitForExitAsync();
            await errors;
            return output;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}

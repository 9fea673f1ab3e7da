using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>The whole portal in front of an EPD that wants a token.</summary>
public sealed class SmartEpdTests : IAsyncLifetime
{
    private SecureEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await SecureEpd.StartAsync();
        var folder = PortalHost.MakeFolder();
        Directory.CreateDirectory(EpdRig.KeyFolder(folder));
        await File.WriteAllTextAsync(Path.Combine(EpdRig.KeyFolder(folder), "current.pem"), EpdRig.StrongKey.ExportPkcs8PrivateKeyPem());
        _portal = await PortalHost.StartAsync(folder, _epd.Base,
        [
            ("Epd:Authentication", "SmartBackendServices"), ("Epd:TrustedCertificates", Path.Combine(folder, "web-ca.crt")),
            ("Epd:Smart:ClientId", SecureEpd.ClientId), ("Epd:Smart:KeyFolder", EpdRig.KeyFolder(folder)),
        ]);
        _epd.Keys = () => _portal.Services.GetRequiredService<EpdConnection>().PublicKeys()!;
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task PublicKeys_ForTheEpd_AreOpenCacheableAndPublic()
    {
        using var anyone = _portal.Client(null);
        var answer = await anyone.GetAsync("/.well-known/jwks.json");

        Assert.Equal((200, "public, max-age=300"), (answer.Status, answer.Header("Cache-Control")));
        var key = Assert.Single(JsonNode.Parse(answer.Text)!["keys"]!.AsArray())!.AsObject();
        Assert.Equal(["alg", "e", "key_ops", "kid", "kty", "n", "use"], key.Select(m => m.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_OfADoctor_IsAskedWithAToken()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());

        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        Assert.Equal(1, _epd.TokensGiven);
    }

    [Fact]
    public async Task List_NoToken_SaysThatThePortalIsNotLetIn()
    {
        _epd.OnToken = context => SecureEpd.StatusAsync(context, 400);
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());

        var page = await doctor.GetAsync("/patienten");

        Assert.Equal((503, "ZVP-E14"), (page.Status, page.Code));
        using var anyone = _portal.Client(null);
        Assert.Contains("\"epdAccess\":\"refused\"", (await anyone.GetAsync("/health/ready")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R5_Tokens_AreInNoLogOfThePortal()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        await doctor.GetAsync("/patienten");

        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("geheim-", StringComparison.Ordinal) || line.Contains("client_assertion", StringComparison.Ordinal));
    }
}

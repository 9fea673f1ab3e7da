using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>The Sufficient profile: TLS 1.2 for card software that cannot do RSA-PSS, and nothing else looser.</summary>
public sealed class TlsProfileTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profile-").FullName;
    private PortalHost _portal = null!;

    public async Task InitializeAsync() =>
        _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", ("Portal:TlsProfile", "Sufficient"));

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [OpenSslFact]
    public async Task R13_Sufficient_IsAVisibleLoosening()
    {
        Assert.Contains(_portal.Log.Lines, line => line.Contains("LOOSENED Portal:TlsProfile=Sufficient", StringComparison.Ordinal));
        Assert.Contains("HTTP/1.1 403", await OpenSsl.RequestAsync(_portal.Address, "/inloggen", "-tls1_3"), StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Sufficient_Tls12WithoutRsaPss_SignsIn()
    {
        using var card = TestPki.Shared.Card();
        var answer = await OpenSsl.RequestAsync(
            _portal.Address, "/inloggen", ["-tls1_2", "-client_sigalgs", "RSA+SHA256", "-sigalgs", "RSA+SHA256:ECDSA+SHA384:ECDSA+SHA256", .. OpenSsl.Card(_folder, card)]);
        Assert.Contains("HTTP/1.1 303", answer, StringComparison.Ordinal);
        Assert.Contains("Client Certificate Types", answer, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Sufficient_Tls12_GivesNoSessionToComeBackWith()
    {
        using var card = TestPki.Shared.Card();
        var kept = Path.Combine(_folder, "session.pem");
        var first = await OpenSsl.RequestAsync(_portal.Address, "/inloggen", ["-tls1_2", "-sess_out", kept, .. OpenSsl.Card(_folder, card)]);
        Assert.Contains("HTTP/1.1 303", first, StringComparison.Ordinal);
        // OpenSSL keeps what it is given; with TLS 1.2 that is nothing, so there is nothing to come back with.
        Assert.False(File.Exists(kept));
    }

    [OpenSslTheory]
    [InlineData("-tls1_1")]
    [InlineData("-tls1_2 -cipher ECDHE-ECDSA-AES256-SHA384")]
    [InlineData("-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256")]
    [InlineData("-tls1_2 -cipher DHE-RSA-AES256-GCM-SHA384")]
    [InlineData("-tls1_2 -cipher AES256-GCM-SHA384")]
    public async Task Sufficient_WhatNcscCallsLess_IsRefused(string how)
    {
        var answer = await OpenSsl.RequestAsync(_portal.Address, "/inloggen", [.. how.Split(' '), "-legacy_renegotiation"]);
        Assert.DoesNotContain("HTTP/1.1", answer, StringComparison.Ordinal);
    }
}

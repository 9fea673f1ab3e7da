using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>How the portal proves to the issuer that it is the portal.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziClientProofTests(DeziFixture fixture)
{
    [Fact]
    public async Task Proof_PrivateKeyJwt_IsSignedForTheTokenAddressForAMinute()
    {
        fixture.Issuer.Script = new();
        using var client = fixture.Portal.Client(null);
        await DeziAssert.SignedInAsync(client, await fixture.SignInAsync(client));
        var asked = fixture.Issuer.Asked.Last(a => a.Path == "/token");
        var token = asked.Assertion!;
        var parts = token.Split('.');
        Assert.True(TestKeys.Rsa("dezi-client").VerifyData(
            Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var claims = Jose.Payload(token);
        Assert.Equal(
            (TestDeziIssuer.ClientId, TestDeziIssuer.ClientId, fixture.Issuer.Name + "/token"), ((string)claims["iss"]!, (string)claims["sub"]!, (string)claims["aud"]!));
        Assert.Equal(60, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Contains(Jose.Thumbprint(TestKeys.Rsa("dezi-client")), Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[0])), StringComparison.Ordinal);
        Assert.Null(asked.Certificate);
    }

    [Fact]
    public async Task Proof_EachTime_IsAnother()
    {
        fixture.Issuer.Script = new();
        using var client = fixture.Portal.Client(null);
        await fixture.SignInAsync(client);
        await fixture.SignInAsync(client);
        var ids = fixture.Issuer.Asked.Where(a => a.Assertion is not null).TakeLast(2).Select(a => (string)Jose.Payload(a.Assertion!)["jti"]!);
        Assert.Equal(2, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("TlsCertificate", true)]
    [InlineData("None", false)]
    public async Task Proof_OtherWays_SendNoAssertion(string way, bool withCertificate)
    {
        fixture.Issuer.Script = new();
        await using var portal = await fixture.StartPortalAsync(("Dezi:ClientAuthentication", way));
        using var client = portal.Client(null);
        await DeziAssert.SignedInAsync(client, await fixture.SignInAsync(client, portal));
        var asked = fixture.Issuer.Asked.Last(a => a.Path == "/token");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(portal.Settings["Dezi:ClientCertificate"]);
        Assert.Equal((null, withCertificate ? certificate.Thumbprint : null), (asked.Assertion, asked.Certificate));
    }
}

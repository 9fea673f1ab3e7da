using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>Whatever an answer holds, it ends in a refusal and never in a fault of the portal's own.</summary>
public sealed class DeziFuzzTests : IDisposable
{
    private readonly FileInfo _key = new(Path.GetTempFileName());
    private readonly DeziDecryption _decryption;

    public DeziFuzzTests()
    {
        File.WriteAllText(_key.FullName, TestDeziIssuer.PortalKey.ExportPkcs8PrivateKeyPem());
        _decryption = new(new DeziOptions { DecryptionKey = _key.FullName });
    }

    public void Dispose()
    {
        _decryption.Dispose();
        _key.Delete();
    }

    [Fact]
    public void Open_AnyText_IsRefused() => Prop.ForAll(ArbMap.Default.ArbFor<string?[]>(), parts =>
    {
        var token = string.Join('.', Enumerable.Range(0, 5).Select(i => parts.Length > i ? (parts[i] ?? "").Replace('.', '-') : ""));
        Assert.Throws<DeziRefusedException>(() => _decryption.Open(token));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_GoodTokenWithOneCharacterChanged_IsRefusedOrTheSame()
    {
        var good = Jose.EncryptGcm("inside", TestDeziIssuer.PortalKey);
        Assert.Equal("inside", _decryption.Open(good));
        Prop.ForAll(Gen.Choose(0, good.Length - 1).ToArbitrary(), ArbMap.Default.ArbFor<char>(), (at, to) =>
        {
            var token = good[..at] + (to == '.' ? '-' : to) + good[(at + 1)..];
            try
            {
                // The last character of a part has bits that mean nothing.
                Assert.Equal("inside", _decryption.Open(token));
                Assert.Equal(good.Split('.').Select(WebEncoders.Base64UrlDecode), token.Split('.').Select(WebEncoders.Base64UrlDecode));
            }
            catch (DeziRefusedException)
            {
                // as it should be
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("\"9223372036854775807\"")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("\"2026-01-01T00:00:00Z\"")]
    public void Claims_OfAnotherKind_AreRefused(string json)
    {
        var now = TestPki.Shared.Now;
        foreach (var name in (string[])["iss", "aud", "exp", "nbf", "iat", "dezi_nummer", "rol_code", "verklaring_id", "loa_dezi", "abonnee_nummer"])
        {
            var good = $$"""{"iss":"i","aud":"a","exp":{{now.AddMinutes(1).ToUnixTimeSeconds()}},"nbf":1,"iat":{{now.ToUnixTimeSeconds()}},"verklaring_id":"v","dezi_nummer":"900021219","rol_code":"01.015","abonnee_nummer":"90000382","loa_dezi":"http://eidas.europa.eu/LoA/high"}""";
            Assert.Equal("900021219", Read(good, now).DeziNumber);
            var fields = System.Text.Json.Nodes.JsonNode.Parse(good)!.AsObject();
            fields[name] = System.Text.Json.Nodes.JsonNode.Parse(json);
            if (name == "nbf" && json is "1.5" or "-1")
            {
                continue;
            }
            Assert.Throws<DeziRefusedException>(() => Read(fields.ToJsonString(), now));
        }
    }

    private static DeziIdentity Read(string claims, DateTimeOffset now)
    {
        JsonWebToken token;
        try
        {
            token = new($"{Jose.Part("""{"alg":"RS256"}""")}.{Jose.Part(claims)}.{WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes("x"))}");
        }
        catch (ArgumentException)
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, "parse");
        }
        return DeziStatement.Read(new DeziClaims(token).From("i").For("a").At(now).MadeAt(now), "v");
    }
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>R9: every way an answer of the issuer can be wrong, each with its own refusal. All over HTTPS, from a real issuer.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziTokenTests : IDisposable
{
    private const string Kid = "dezi-1";
    private static readonly RSA _key = TestKeys.Rsa("dezi");
    private static readonly RSA _foreign = TestKeys.Rsa("dezi-foreign");
    private static readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly DeziFixture _fixture;
    private readonly PortalClient _client;

    public DeziTokenTests(DeziFixture fixture)
    {
        _fixture = fixture;
        _client = fixture.Portal.Client(null);
    }

    public static TheoryData<string, DeziRefusal> Forgeries { get; } = new()
    {
        { "none", DeziRefusal.AlgorithmNotAllowed },
        { "hs256", DeziRefusal.AlgorithmNotAllowed },
        { "foreign key, known name", DeziRefusal.SignatureInvalid },
        { "foreign key, other name", DeziRefusal.KeyUnknown },
        { "foreign key, no name", DeziRefusal.KeyUnknown },
        { "foreign key in the header", DeziRefusal.SignatureInvalid },
        { "curve under the name of the rsa key", DeziRefusal.SignatureInvalid },
        { "edited after signing", DeziRefusal.SignatureInvalid },
        { "signature cut off", DeziRefusal.SignatureInvalid },
        { "critical header", DeziRefusal.AnswerMalformed },
        { "two parts", DeziRefusal.NotSigned },
        { "no json", DeziRefusal.AnswerMalformed },
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Forgeries))]
    public Task R9_IdentityToken_Forged_IsRefused(string forgery, DeziRefusal refusal) =>
        RefusesAsync(new() { SignIdToken = claims => Forge(forgery, claims) }, refusal);

    [Theory]
    [MemberData(nameof(Forgeries))]
    public Task R9_Envelope_Forged_IsRefused(string forgery, DeziRefusal refusal) =>
        RefusesAsync(new() { SignEnvelope = claims => Forge(forgery, claims) }, refusal);

    [Theory]
    [MemberData(nameof(Forgeries))]
    public Task R9_Statement_Forged_IsRefused(string forgery, DeziRefusal refusal) =>
        RefusesAsync(new() { SignStatement = claims => Forge(forgery, claims) }, refusal);

    [Theory]
    [InlineData("iss", "\"https://evil.example\"", DeziRefusal.IssuerMismatch)]
    [InlineData("iss", null, DeziRefusal.IssuerMismatch)]
    [InlineData("iss", "7", DeziRefusal.AnswerMalformed)]
    [InlineData("aud", "\"someone-else\"", DeziRefusal.AudienceMismatch)]
    [InlineData("aud", "[\"portaal-test\",\"someone-else\"]", DeziRefusal.AudienceMismatch)]
    [InlineData("aud", "[]", DeziRefusal.AudienceMismatch)]
    [InlineData("aud", null, DeziRefusal.AudienceMismatch)]
    [InlineData("exp", "-31", DeziRefusal.Expired)]
    [InlineData("exp", null, DeziRefusal.AnswerMalformed)]
    [InlineData("exp", "\"tomorrow\"", DeziRefusal.AnswerMalformed)]
    [InlineData("exp", "1e300", DeziRefusal.AnswerMalformed)]
    [InlineData("nbf", "60", DeziRefusal.NotYetValid)]
    [InlineData("iat", "60", DeziRefusal.NotYetValid)]
    [InlineData("iat", "-400", DeziRefusal.Stale)]
    [InlineData("iat", null, DeziRefusal.AnswerMalformed)]
    [InlineData("nonce", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", DeziRefusal.NonceMismatch)]
    [InlineData("nonce", null, DeziRefusal.NonceMismatch)]
    [InlineData("sub", null, DeziRefusal.AnswerMalformed)]
    public Task R9_IdentityToken_WrongClaim_IsRefused(string name, string? json, DeziRefusal refusal) =>
        RefusesAsync(new() { IdToken = claims => Set(claims, name, json) }, refusal);

    [Theory]
    [InlineData("iss", "\"https://evil.example\"", DeziRefusal.IssuerMismatch)]
    [InlineData("aud", "\"someone-else\"", DeziRefusal.AudienceMismatch)]
    [InlineData("exp", "-31", DeziRefusal.Expired)]
    [InlineData("iat", "60", DeziRefusal.NotYetValid)]
    [InlineData("iat", "-400", DeziRefusal.Stale)]
    [InlineData("sub", "\"person-2\"", DeziRefusal.SubjectMismatch)]
    [InlineData("loa_authn", "\"http://eidas.europa.eu/LoA/substantial\"", DeziRefusal.AssuranceTooLow)]
    [InlineData("loa_authn", null, DeziRefusal.AnswerMalformed)]
    [InlineData("verklaring_id", "\"another\"", DeziRefusal.SubjectMismatch)]
    [InlineData("verklaring", null, DeziRefusal.AnswerMalformed)]
    [InlineData("verklaring", "\"{}\"", DeziRefusal.NotSigned)]
    public Task R9_Envelope_WrongClaim_IsRefused(string name, string? json, DeziRefusal refusal) =>
        RefusesAsync(new() { Envelope = claims => Set(claims, name, json) }, refusal);

    [Theory]
    [InlineData("iss", "\"https://auth.dezi.nl\"", DeziRefusal.IssuerMismatch)]
    [InlineData("exp", "-31", DeziRefusal.Expired)]
    [InlineData("nbf", "60", DeziRefusal.NotYetValid)]
    [InlineData("loa_dezi", "\"http://eidas.europa.eu/LoA/low\"", DeziRefusal.AssuranceTooLow)]
    [InlineData("verklaring_id", "\"another\"", DeziRefusal.SubjectMismatch)]
    [InlineData("dezi_nummer", null, DeziRefusal.IdentityUnreadable)]
    [InlineData("dezi_nummer", "\"90002121\"", DeziRefusal.IdentityUnreadable)]
    [InlineData("dezi_nummer", "\"900021219\\n\"", DeziRefusal.IdentityUnreadable)]
    [InlineData("dezi_nummer", "\"٩٠٠٠٢١٢١٩\"", DeziRefusal.IdentityUnreadable)]
    [InlineData("abonnee_nummer", "\"1\"", DeziRefusal.IdentityUnreadable)]
    [InlineData("rol_code", "\"huisarts\"", DeziRefusal.IdentityUnreadable)]
    [InlineData("rol_code", "\"01.000\"", DeziRefusal.RoleNotAdmitted)]
    [InlineData("rol_code", "\"30.000\"", DeziRefusal.RoleNotAdmitted)]
    public Task R9_Statement_WrongClaim_IsRefused(string name, string? json, DeziRefusal refusal) =>
        RefusesAsync(new() { Statement = claims => Set(claims, name, json) }, refusal);

    [Theory]
    [InlineData("unsigned json inside", DeziRefusal.NotSigned)]
    [InlineData("unsigned json", DeziRefusal.NotSigned)]
    [InlineData("for another key", DeziRefusal.DecryptionFailed)]
    [InlineData("edited", DeziRefusal.DecryptionFailed)]
    [InlineData("encrypted twice", DeziRefusal.NotSigned)]
    [InlineData("alg", DeziRefusal.AlgorithmNotAllowed)]
    [InlineData("enc", DeziRefusal.AlgorithmNotAllowed)]
    [InlineData("zip", DeziRefusal.AlgorithmNotAllowed)]
    [InlineData("crit", DeziRefusal.AlgorithmNotAllowed)]
    [InlineData("enc with a key of another length", DeziRefusal.DecryptionFailed)]
    [InlineData("header that is a list", DeziRefusal.AlgorithmNotAllowed)]
    [InlineData("no base64", DeziRefusal.DecryptionFailed)]
    [InlineData("empty", DeziRefusal.NotSigned)]
    public Task R9_Userinfo_WrappedInAnotherWay_IsRefused(string wrap, DeziRefusal refusal) => RefusesAsync(new() { Wrap = signed => Wrap(wrap, signed) }, refusal);

    [Fact]
    public async Task R9_Statement_WithAnAddressForItsKey_IsNotFollowed()
    {
        await using var server = await LoopbackServer.StartAsync();
        await RefusesAsync(
            new()
            {
                SignStatement = claims => Jose.Sign(
                    new() { ["alg"] = "RS256", ["kid"] = "elsewhere", ["jku"] = server.Address.AbsoluteUri + "jwks.json" }, claims, bytes => Rsa(_foreign, bytes)),
            },
            DeziRefusal.KeyUnknown);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("exp", -20)]
    [InlineData("iat", 20)]
    [InlineData("nbf", 20)]
    public async Task Token_WithinTheDifferenceOfClocks_IsTaken(string name, int seconds)
    {
        _fixture.Issuer.Script = new() { IdToken = claims => claims[name] = Time(seconds) };
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
    }

    private static string Forge(string forgery, JsonObject claims) => forgery switch
    {
        "none" => Jose.Unsigned(claims, Kid),
        "hs256" => Jose.Hs256(claims, _key, Kid),
        "foreign key, known name" => Jose.Rs256(claims, _foreign, Kid),
        "foreign key, other name" => Jose.Rs256(claims, _foreign, "other"),
        "foreign key, no name" => Jose.Sign(new() { ["alg"] = "RS256" }, claims, bytes => Rsa(_foreign, bytes)),
        "foreign key in the header" => Jose.Sign(
            new() { ["alg"] = "RS256", ["kid"] = Kid, ["jwk"] = Jose.PublicKey(_foreign, Kid) }, claims, bytes => Rsa(_foreign, bytes)),
        "curve under the name of the rsa key" => Jose.Es256(claims, _curve, Kid),
        "edited after signing" => Edited(Jose.Rs256(claims, _key, Kid)),
        "signature cut off" => Jose.Rs256(claims, _key, Kid)[..^8],
        "critical header" => Jose.Sign(new() { ["alg"] = "RS256", ["kid"] = Kid, ["crit"] = new JsonArray("exp") }, claims, bytes => Rsa(_key, bytes)),
        "two parts" => Jose.Rs256(claims, _key, Kid).Split('.') is [var header, var payload, _] ? header + "." + payload : "",
        "no json" => "a.b.c",
        _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
    };

    private static string Wrap(string wrap, string signed) => wrap switch
    {
        "unsigned json inside" => Jose.EncryptGcm(Jose.Payload(signed).ToJsonString(), TestDeziIssuer.PortalKey),
        "unsigned json" => """{"dezi_nummer":"900021219"}""",
        "for another key" => Jose.EncryptGcm(signed, _foreign),
        "edited" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey) is var whole ? whole[..^1] + (whole[^1] == 'A' ? 'w' : 'A') : "",
        "encrypted twice" => Jose.EncryptGcm(Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey), TestDeziIssuer.PortalKey),
        "alg" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey, header => header["alg"] = "RSA1_5"),
        "enc" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey, header => header["enc"] = "none"),
        "zip" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey, header => header["zip"] = "DEF"),
        "crit" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey, header => header["crit"] = new JsonArray("zip")),
        "enc with a key of another length" => Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey, header => header["enc"] = "A128GCM"),
        "header that is a list" => Jose.Part("[]") + "." + string.Join('.', Jose.EncryptGcm(signed, TestDeziIssuer.PortalKey).Split('.')[1..]),
        "no base64" => "%.%.%.%.%",
        "empty" => "",
        _ => throw new ArgumentOutOfRangeException(nameof(wrap)),
    };

    private static string Edited(string token)
    {
        var parts = token.Split('.');
        var claims = Jose.Payload(token);
        claims["edited"] = true;
        return $"{parts[0]}.{Jose.Part(claims.ToJsonString())}.{parts[2]}";
    }

    private static byte[] Rsa(RSA key, byte[] bytes) => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private void Set(JsonObject claims, string name, string? json)
    {
        claims.Remove(name);
        if (json is not null)
        {
            claims[name] = name is "exp" or "nbf" or "iat" && int.TryParse(json, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                ? Time(seconds)
                : JsonNode.Parse(json);
        }
    }

    private long Time(int seconds) => _fixture.Portal.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private async Task RefusesAsync(DeziScript script, DeziRefusal refusal)
    {
        _fixture.Issuer.Script = script;
        DeziAssert.Refused(_fixture.Portal, _client, await _fixture.SignInAsync(_client), refusal);
    }
}

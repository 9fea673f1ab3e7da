using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>The issuer's keys count when they are published and pinned, both.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziKeyTests : IDisposable
{
    private readonly DeziFixture _fixture;
    private readonly PortalClient _client;

    public DeziKeyTests(DeziFixture fixture)
    {
        _fixture = fixture;
        _fixture.Issuer.Script = new();
        _client = fixture.Portal.Client(null);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Key_RotatedToOneThatIsNotPinned_IsRefused()
    {
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
        _fixture.Issuer.Script = new() { Key = TestKeys.Rsa("dezi-foreign"), Kid = "dezi-2" };
        await RefusesAsync(DeziRefusal.KeyNotPinned);
    }

    [Fact]
    public async Task Key_SwappedUnderItsOldName_IsRefusedBeforeAndAfterTheKeysAreReadAgain()
    {
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
        _fixture.Issuer.Script = new() { Key = TestKeys.Rsa("dezi-foreign") };
        await RefusesAsync(DeziRefusal.SignatureInvalid);
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        await RefusesAsync(DeziRefusal.KeyNotPinned);
    }

    [Fact]
    public async Task Key_RotatedToAnotherPinnedOne_IsTakenAtOnce()
    {
        await using var portal = await _fixture.StartPortalAsync(("Dezi:PinnedKeys:1", Jose.Thumbprint(TestKeys.Rsa("dezi-next"))));
        foreach (var script in (DeziScript[])[new(), new() { Key = TestKeys.Rsa("dezi-next"), Kid = "dezi-2" }])
        {
            _fixture.Issuer.Script = script;
            using var client = portal.Client(null);
            await DeziAssert.SignedInAsync(client, await _fixture.SignInAsync(client, portal));
        }
    }

    [Fact]
    public async Task Key_WithdrawnByTheIssuer_StopsWithinAQuarterOfAnHour()
    {
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
        _fixture.Issuer.Script = Publishing("""{"keys":[]}""");
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        await RefusesAsync(DeziRefusal.KeyUnknown);
    }

    [Theory]
    [InlineData("""{"keys":[{"kty":"oct","kid":"dezi-1","k":"c2VjcmV0"}]}""", DeziRefusal.KeyNotPinned)]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"dezi-1"}]}""", DeziRefusal.KeyNotPinned)]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"dezi-1","x":"AA","y":"AA"}]}""", DeziRefusal.KeyNotPinned)]
    [InlineData("""{"keys":[{}]}""", DeziRefusal.KeyUnknown)]
    [InlineData("{}", DeziRefusal.KeyUnknown)]
    [InlineData("[]", DeziRefusal.AnswerMalformed)]
    [InlineData("<html>", DeziRefusal.AnswerMalformed)]
    [InlineData("", DeziRefusal.AnswerMalformed)]
    public async Task Keys_ThatAreNone_AreRefused(string published, DeziRefusal refusal)
    {
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        _fixture.Issuer.Script = Publishing(published);
        await RefusesAsync(refusal);
    }

    private static DeziScript Publishing(string keys) => new()
    {
        Answers = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal) { ["/jwks.json"] = context => context.Response.WriteAsync(keys) },
    };

    private async Task RefusesAsync(DeziRefusal refusal)
    {
        using var client = _fixture.Portal.Client(null);
        DeziAssert.Refused(_fixture.Portal, client, await _fixture.SignInAsync(client), refusal);
    }
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>One question per card per hour for two nodes; their lists are five hours old.</summary>
public sealed class SharedOcspTests : IAsyncLifetime
{
    private static readonly TestPki _pki = TestPki.Shared;

    private readonly FakeClock _clock = new(_pki.Now) { SkipWaitsUpTo = TimeSpan.FromMilliseconds(200) };
    private readonly X509Certificate2 _card = _pki.Card();
    private readonly EphemeralDataProtectionProvider _protection = new();
    private LoopbackServer _responder = null!;
    private BreakableState _state = null!;
    private Node _a = null!;
    private Node _b = null!;

    public async Task InitializeAsync()
    {
        _responder = await LoopbackServer.StartAsync();
        _state = new(new MemoryState(_clock));
        (_a, _b) = (new(this), new(this));
        _clock.Advance(TimeSpan.FromHours(5));
        Reply(status: 0);
    }

    public async Task DisposeAsync()
    {
        _a.Dispose();
        _b.Dispose();
        _card.Dispose();
        await _responder.DisposeAsync();
    }

    [Fact]
    public async Task R8_SignInAtTwoNodes_AsksOnce()
    {
        Assert.True((await _a.SignInAsync()).Accepted);
        Assert.True((await _b.SignInAsync()).Accepted);
        Assert.True((await _b.SignInAsync()).Accepted);
        Assert.Single(_responder.Asked);

        _clock.Advance(TimeSpan.FromHours(1));
        Reply(status: 0);
        Assert.True((await _b.SignInAsync()).Accepted);
        Assert.True((await _a.SignInAsync()).Accepted);
        Assert.Equal(2, _responder.Asked.Count);
    }

    [Fact]
    public async Task R8_SignInAtTwoNodesAtOnce_AsksOnce()
    {
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? _a : _b).SignInAsync())));

        // The clock stands still, so whoever waits for the other node waits until it has answered.
        Assert.All(verdicts, verdict => Assert.True(verdict.Accepted, verdict.Detail));
        Assert.Single(_responder.Asked);
    }

    [Fact]
    public async Task R8_AnswerRevokedAtOneNode_IsKnownAtTheOtherUnasked()
    {
        Reply(status: 1);
        Assert.Equal(UziRefusal.Revoked, (await _a.SignInAsync()).Refusal);

        Assert.Equal(UziRefusal.Revoked, _b.Judgement.Judge(_card).Refusal);
        Assert.Single(_responder.Asked);
    }

    [Fact]
    public async Task R8_NoAnswerAtOneNode_IsNoAnswerAtTheOther()
    {
        _responder.AnswerBytes("onzin"u8.ToArray());
        Assert.Equal(UziRefusal.RevocationListTooOld, (await _a.SignInAsync()).Refusal);
        Reply(status: 0);
        var waiting = _b.SignInAsync();
        while (!waiting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }

        Assert.Equal(UziRefusal.RevocationListTooOld, (await waiting).Refusal);
        Assert.Single(_responder.Asked);
    }

    [Fact]
    public async Task R8_AnswerOfAnotherNodeThatIsForged_IsNoConclusion()
    {
        // Signed by another key: what a node that was taken over could put there.
        _responder.Answer = async context =>
        {
            var reply = new OcspReply(_pki.CareProviderCa, _clock.GetUtcNow().AddMinutes(-10)) { Key = TestKeys.Rsa("somebody") };
            await context.Response.Body.WriteAsync(reply.Build(await BodyAsync(context)));
        };
        using var bad = new SharedOcsp(_state, _protection, _a.Store, _pki.Trust(), _clock);
        OcspExchange? made = null;
        using var client = new OcspClient(_responder.Address, _a.Store, _clock, async (card, _) =>
        {
            made = new(_pki.CareProviderCa.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
                _card.SerialNumber, _clock.GetUtcNow(), [0x04, 0x00], "30030A0100"u8.ToArray());
            return await bad.AskAsync(card, () => Task.FromResult<OcspExchange?>(made));
        });
        Assert.Equal(UziRefusal.RevocationListTooOld, (await new UziSignInJudgement(_a.Judgement, client).JudgeAsync(_card, default)).Refusal);
        Assert.Equal(UziRefusal.RevocationListTooOld, (await _b.SignInAsync()).Refusal);
        Assert.NotNull(made);
    }

    [Fact]
    public async Task R8_StateGone_EachNodeAsksForItself()
    {
        _state.IsGone = true;
        Assert.True((await _a.SignInAsync()).Accepted);
        Assert.True((await _b.SignInAsync()).Accepted);
        Assert.True((await _b.SignInAsync()).Accepted);
        Assert.Equal(2, _responder.Asked.Count);
    }

    [Fact]
    public async Task Exchange_OlderThanAnHourOrOfTheFuture_IsNoConclusion()
    {
        Assert.True((await _a.SignInAsync()).Accepted);
        var exchange = new OcspExchange(_pki.CareProviderCa.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
            _card.SerialNumber, _clock.GetUtcNow(), [], []);
        var now = _clock.GetUtcNow();
        foreach (var made in (OcspExchange[])[exchange with { At = now.AddHours(-1) }, exchange with { At = now.AddMinutes(6) }, exchange, exchange with { IssuerThumbprint = "00" }, exchange with { SerialNumber = "x" }])
        {
            Assert.False(made.ReadInto(_b.Store, _pki.Trust(), now).Concluded);
        }
    }

    private void Reply(int status) => _responder.Answer = async context =>
    {
        var reply = new OcspReply(_pki.CareProviderCa, _clock.GetUtcNow().AddMinutes(-10)) { CardStatus = status };
        await context.Response.Body.WriteAsync(reply.Build(await BodyAsync(context)));
    };

    private static async Task<byte[]> BodyAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private sealed class Node : IDisposable
    {
        private readonly SharedOcsp _shared;
        private readonly OcspClient _client;

        public Node(SharedOcspTests world)
        {
            Card = world._card;
            Store = _pki.Store(world._clock);
            Judgement = new UziJudgement(_pki.Trust(), Store, world._clock);
            _shared = new(world._state, world._protection, Store, _pki.Trust(), world._clock);
            _client = new(world._responder.Address, Store, world._clock, _shared.AskAsync);
        }

        public RevocationStore Store { get; }

        public UziJudgement Judgement { get; }

        private X509Certificate2 Card { get; }

        public Task<UziVerdict> SignInAsync() => new UziSignInJudgement(Judgement, _client).JudgeAsync(Card, default);

        public void Dispose()
        {
            _client.Dispose();
            _shared.Dispose();
        }
    }
}

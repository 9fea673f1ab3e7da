using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Questions over real HTTP to a responder that may say anything; the list is five hours old.</summary>
public sealed class OcspClientTests : IAsyncLifetime, IDisposable
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    private readonly FakeClock _clock = new(_pki.Now);
    private readonly X509Certificate2 _card = _pki.Card();
    private LoopbackServer _server = null!;
    private RevocationStore _store = null!;
    private UziJudgement _judgement = null!;
    private OcspClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _store = _pki.Store(_clock);
        _judgement = new UziJudgement(_pki.Trust(), _store, _clock);
        _client = new OcspClient(_server.Address, _store, _clock);
        _clock.Advance(TimeSpan.FromHours(5));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _card.Dispose();
    }

    [Fact]
    public async Task SignIn_ListTooOldAndAnswerGood_IsAccepted()
    {
        Reply(Good);

        Assert.Equal(UziRefusal.RevocationListTooOld, _judgement.Judge(_card).Refusal);
        var verdict = await SignInAsync();
        Assert.True(verdict.Accepted, verdict.Detail);
        var asked = Assert.Single(_server.Asked);
        Assert.Equal(("POST", "application/ocsp-request"), (asked.Method, asked.Headers["Content-Type"]));
        Assert.Equal(["Content-Length", "Content-Type", "Host"], asked.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_DelegatedResponder_IsAccepted()
    {
        using var responder = OcspReply.MakeResponder(_ca, _pki.Now);
        Reply(Good with { Responder = responder, Key = TestKeys.Rsa("ocsp") });

        Assert.True((await SignInAsync()).Accepted);
    }

    [Fact]
    public async Task SignIn_ResponderWithoutNonceAndNextUpdate_IsAccepted()
    {
        Reply(Good with { Nonce = null, NextUpdate = null });

        Assert.True((await SignInAsync()).Accepted);
    }

    [Fact]
    public async Task SignIn_AnswerRevoked_IsRevokedUntilANewerListSaysOtherwise()
    {
        Reply(Good with { CardStatus = 1 });

        Assert.Equal(UziRefusal.Revoked, (await SignInAsync()).Refusal);
        _store.Add(_pki.Crl(_ca, 2, _clock.GetUtcNow().AddMinutes(-10)), _pki.Authorities());
        Assert.Equal(UziRefusal.Revoked, _judgement.Judge(_card).Refusal);
        _store.Add(_pki.Crl(_ca, 3, _clock.GetUtcNow()), _pki.Authorities());
        Assert.True(_judgement.Judge(_card).Accepted);
    }

    [Fact]
    public async Task SignIn_FreshList_AsksNobody()
    {
        _store.Add(_pki.Crl(_ca, 2, _clock.GetUtcNow()), _pki.Authorities());
        Assert.True((await SignInAsync()).Accepted);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task SignIn_CardRefusedForAnythingElseOrNoListAtAll_AsksNobody()
    {
        using var foreign = _pki.Card(card => card with { Issuer = _pki.ForeignCa });
        using var expired = _pki.Card(card => card with { NotAfter = _pki.Now });
        var withoutLists = new UziJudgement(_pki.Trust(), new RevocationStore(_clock, TimeSpan.FromHours(4)), _clock);

        Assert.Equal(UziRefusal.UntrustedChain, (await SignInAsync(foreign)).Refusal);
        Assert.Equal(UziRefusal.Expired, (await SignInAsync(expired)).Refusal);
        Assert.Equal(UziRefusal.RevocationUnknown, (await new UziSignInJudgement(withoutLists, _client).JudgeAsync(_card, default)).Refusal);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task SignIn_NoResponderConfigured_IsUnknown()
    {
        using var none = new OcspClient(null, _store, _clock);
        var verdict = await new UziSignInJudgement(_judgement, none).JudgeAsync(_card, default);

        Assert.Equal(UziRefusal.RevocationListTooOld, verdict.Refusal);
        Assert.Contains("no OCSP responder", verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H139_SignIn_EveryAnswerThatIsNone_IsNoConclusion()
    {
        foreach (var (name, answer) in Hostile())
        {
            _server.Answer = answer;
            using var client = new OcspClient(_server.Address, _store, _clock); // asks afresh

            var verdict = await new UziSignInJudgement(_judgement, client).JudgeAsync(_card, default);

            var expected = name == "unknown card" ? UziRefusal.RevocationUnknown : UziRefusal.RevocationListTooOld;
            Assert.True(verdict.Refusal == expected, $"{name}: {verdict.Refusal}");
            Assert.Contains("too old; ", verdict.Detail, StringComparison.Ordinal);
            Assert.InRange(verdict.Detail.Length, 1, 256);
        }
    }

    [Fact]
    public async Task H139_SignIn_ResponderHangs_WaitsTwoSecondsAndRefuses()
    {
        _server.Hang();
        var signingIn = SignInAsync();
        await _server.UntilAskedAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(signingIn.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(UziRefusal.RevocationListTooOld, (await signingIn).Refusal);
    }

    [Fact]
    public async Task R8_SignIn_SameCardWithinTheHour_IsAskedAboutOnce()
    {
        _server.AnswerBytes([], StatusCodes.Status500InternalServerError);
        await Task.WhenAll(SignInAsync(), SignInAsync(), SignInAsync());
        _clock.Advance(TimeSpan.FromMinutes(59));
        Reply(Good);
        Assert.False((await SignInAsync()).Accepted);
        Assert.Single(_server.Asked);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Reply(Good);
        Assert.True((await SignInAsync()).Accepted);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task R8_RunningSession_IsAskedAboutInTheBackgroundAndGoesOn()
    {
        Reply(Good);
        var identity = (await SignInAsync()).Identity!;
        for (var hour = 0; hour < 5; hour++)
        {
            Assert.Null(_judgement.JudgeRunning(identity));
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.Null(_judgement.JudgeRunning(identity)); // past the answer's hour, before the next one
            Reply(Good);
            Assert.True(Assert.Single(await _client.AskWaitingAsync(default)).Concluded);
            Assert.Empty(await _client.AskWaitingAsync(default));
        }

        Assert.Equal(6, _server.Asked.Count);
    }

    [Fact]
    public async Task R8_RunningSession_NoVerdictForAnHour_Ends()
    {
        Reply(Good);
        var identity = (await SignInAsync()).Identity!;
        _server.AnswerBytes([], StatusCodes.Status503ServiceUnavailable);
        _clock.Advance(TimeSpan.FromMinutes(118)); // the answer ends after 59
        Assert.Null(_judgement.JudgeRunning(identity));
        Assert.False(Assert.Single(await _client.AskWaitingAsync(default)).Concluded);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(UziRefusal.RevocationListTooOld, _judgement.JudgeRunning(identity));
    }

    [Fact]
    public async Task R8_RunningSession_AnswerRevoked_EndsAtTheNextRequest()
    {
        Reply(Good);
        var identity = (await SignInAsync()).Identity!;
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(_judgement.JudgeRunning(identity));
        Reply(Good with { CardStatus = 1 });
        await _client.AskWaitingAsync(default);

        Assert.Equal(UziRefusal.Revoked, _judgement.JudgeRunning(identity));
    }

    [Fact]
    public async Task Ask_MutatedAnswers_AreNeverGood()
    {
        byte[] genuine = [];
        _server.Answer = async context => await context.Response.Body.WriteAsync(genuine = Good.Build(await QuestionAsync(context)));
        Assert.True((await SignInAsync()).Accepted);

        // Never for our next question, which has another nonce; and with a bit changed not even signed.
        var edits = Gen.Zip(Gen.Choose(0, genuine.Length - 1), Gen.Choose(0, 255));
        foreach (var (position, value) in edits.Sample(300))
        {
            byte[] copy = [.. genuine];
            copy[position] ^= (byte)value;
            _server.AnswerBytes(copy);
            using var client = new OcspClient(_server.Address, _store, _clock);
            var answer = await client.AskAsync(new OcspQuestion(_ca.Certificate, _card.SerialNumber), default);
            Assert.False(answer.Concluded, $"{position} {value}: {answer.Detail}");
        }
    }

    private OcspReply Good => new(_ca, _clock.GetUtcNow().AddMinutes(-1));

    private IEnumerable<(string Name, RequestDelegate Answer)> Hostile()
    {
        var now = _pki.Now.AddHours(5);
        var good = new OcspReply(_ca, now.AddMinutes(-1));
        yield return ("garbage", Bytes(Encoding.ASCII.GetBytes("not ocsp")));
        yield return ("empty", Bytes([]));
        yield return ("trylater", Bytes([0x30, 0x03, 0x0A, 0x01, 0x03]));
        yield return ("status without answer", Bytes([0x30, 0x03, 0x0A, 0x01, 0x00]));
        yield return ("100 kB", Bytes(new byte[100 * 1024]));
        yield return ("500", context => Status(context, 500));
        yield return ("redirect", context => Status(context, 302));
        yield return ("unknown card", Made(good with { CardStatus = 2 }));
        yield return ("stale", Made(good with { ThisUpdate = now.AddMinutes(-61), NextUpdate = null }));
        yield return ("past its nextUpdate", Made(good with { NextUpdate = now.AddSeconds(-1) }));
        yield return ("future", Made(good with { ThisUpdate = now.AddMinutes(6) }));
        yield return ("other nonce", Made(good with { Nonce = [0x04, 0x01, 0x00] }));
        yield return ("other card", Made(good with { CertId = id => Flip(id, id.Length - 1) }));
        yield return ("other issuer", Made(good with { CertId = id => Flip(id, 20) }));
        yield return ("twice", Made(good with { Copies = 2 }));
        yield return ("nobody", Made(good with { Copies = 0 }));
        yield return ("critical extension", Made(good with { Extension = ("1.2.3", true) }));
        yield return ("SHA-1", Made(good with { Hash = HashAlgorithmName.SHA1 }));
        yield return ("other responder's name", Made(good with { Name = _pki.Persoon.Certificate.SubjectName.RawData }));
        yield return ("signed by the CA above", Made(good with { Key = _pki.Persoon.Key }));
        yield return ("signed by a card", Made(good with { Key = TestKeys.Rsa("card"), Responder = _pki.Card() }));
        yield return ("signer without OCSPSigning", Responder(OcspReply.MakeResponder(_ca, _pki.Now, TestCard.ClientAuthentication)));
        yield return ("responder of another CA", Responder(OcspReply.MakeResponder(_pki.EmployeeCa, _pki.Now)));
        yield return ("responder of a CA with the same name", Responder(OcspReply.MakeResponder(_pki.ForeignCa, _pki.Now)));
        yield return ("expired responder", Responder(OcspReply.MakeResponder(_ca, _pki.Now.AddDays(-60))));
        yield return ("weak responder", Made(good with { Responder = OcspReply.MakeResponder(_ca, _pki.Now, key: "weak", bits: 1024), Key = TestKeys.Rsa("weak", 1024) }));
        var revoked = OcspReply.MakeResponder(_ca, _pki.Now);
        yield return ("revoked responder", Revoked(OcspReply.MakeResponder(_ca, _pki.Now)));

        RequestDelegate Responder(X509Certificate2 responder) => Made(good with { Responder = responder, Key = TestKeys.Rsa("ocsp") });

        // The list stays five hours old, for cards as well.
        RequestDelegate Revoked(X509Certificate2 responder)
        {
            _store.Add(_pki.Crl(_ca, 2, _pki.Now, responder), _pki.Authorities());
            return Responder(responder);
        }
    }

    private void Reply(OcspReply reply) => _server.Answer = Made(reply);

    private static RequestDelegate Made(OcspReply reply) => async context =>
        await context.Response.Body.WriteAsync(reply.Build(await QuestionAsync(context)));

    private static RequestDelegate Bytes(byte[] body) => async context => await context.Response.Body.WriteAsync(body);

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";
        return Task.CompletedTask;
    }

    private static async Task<byte[]> QuestionAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static byte[] Flip(byte[] der, int at)
    {
        byte[] copy = [.. der];
        copy[at] ^= 1;
        return copy;
    }

    private Task<UziVerdict> SignInAsync(X509Certificate2? card = null) =>
        new UziSignInJudgement(_judgement, _client).JudgeAsync(card ?? _card, CancellationToken.None);
}

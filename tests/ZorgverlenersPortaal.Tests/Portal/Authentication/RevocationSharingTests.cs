using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Extensions.Logging;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Lists between two nodes that share a state in memory; each round is called by hand.</summary>
public sealed class RevocationSharingTests : IDisposable
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    private readonly FakeClock _clock = new(_pki.Now);
    private readonly CollectedLog _log = new();
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly BreakableState _state;
    private readonly Node _a;
    private readonly Node _b;

    public RevocationSharingTests()
    {
        _state = new(new MemoryState(_clock));
        (_a, _b) = (NewNode(_pki.Store(_clock)), NewNode(_pki.Store(_clock)));
    }

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    [Fact]
    public async Task R8_ListThatOneNodeLoaded_EndsTheCardAtTheOther()
    {
        using var card = _pki.Card();
        var judgement = new UziJudgement(_pki.Trust(), _b.Store, _clock);
        var identity = judgement.Judge(card).Identity!;
        _a.Add(_pki.Crl(_ca, 2, null, card));
        await _a.MeetAsync();
        Assert.Null(judgement.JudgeRunning(identity));
        await _b.MeetAsync();

        Assert.Equal(UziRefusal.Revoked, judgement.JudgeRunning(identity));
        Assert.Equal(RevocationOrigin.OtherNode, _b.InUse.Origin);
        Assert.Equal(RevocationOrigin.Folder, _a.InUse.Origin);
    }

    [Fact]
    public async Task R8_ForgedList_IsNotTakenFromANodeEither()
    {
        using var card = _pki.Card();
        await PlantAsync(_pki.Crl(_pki.ForeignCa, 99, null, card));
        await _b.MeetAsync();

        Assert.Equal("1", _b.InUse.Number);
        Assert.Contains(_log.Lines, line => line.Contains("\"Id\":1101", StringComparison.Ordinal) && line.Contains("BadSignature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R8_OlderList_NeitherReplacesNorIsToldOverANewerOne()
    {
        _a.Add(_pki.Crl(_ca, 5));
        await _a.MeetAsync();
        await PlantAsync(_pki.Crl(_ca, 4));
        await _a.MeetAsync();
        Assert.Equal("5", _a.InUse.Number);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("\"Id\":1101", StringComparison.Ordinal));

        // A node that comes back with an old list on disk hears first and tells nothing.
        _a.Add(_pki.Crl(_ca, 6));
        await _a.MeetAsync();
        using var back = NewNode(new RevocationStore(_clock, TimeSpan.FromHours(4)));
        back.Add(_pki.Crl(_ca, 3));
        await back.MeetAsync();
        Assert.Equal("6", back.InUse.Number);
        await _b.MeetAsync();
        Assert.Equal("6", _b.InUse.Number);
    }

    [Fact]
    public async Task Meet_BytesOfSomebodyElseInTheState_AreNothing()
    {
        _a.Add(_pki.Crl(_ca, 2));
        await _a.MeetAsync();
        var real = await _state.GetAsync("crl-index", default);
        await _state.SetAsync("crl-index", "[\"x\"]"u8.ToArray(), TimeSpan.FromHours(1), default);
        await _b.MeetAsync();
        Assert.Equal("1", _b.InUse.Number);

        // A list under another list's hash is not that list.
        await _state.SetAsync("crl-index", real!, TimeSpan.FromHours(1), default);
        var other = await _state.GetAsync("crl:" + HashOf(_pki.Crl(_pki.Root)), default);
        await _state.SetAsync("crl:" + HashOf(_pki.Crl(_ca, 2)), other!, TimeSpan.FromHours(1), default);
        await _b.MeetAsync();
        Assert.Equal("1", _b.InUse.Number);

        // The next list that any node loads is heard as ever.
        _a.Add(_pki.Crl(_ca, 3));
        await _a.MeetAsync();
        await _b.MeetAsync();
        Assert.Equal("3", _b.InUse.Number);
    }

    [Fact]
    public async Task R8_StateGone_EachGoesOnByItselfAndTellsLater()
    {
        _state.IsGone = true;
        _a.Add(_pki.Crl(_ca, 2));
        for (var round = 0; round < 3; round++)
        {
            await _a.MeetAsync();
            await _b.MeetAsync();
        }

        Assert.Equal(("2", "1"), (_a.InUse.Number, _b.InUse.Number));
        Assert.Equal(2, Events(1108)); // one a node, not one a round
        _state.IsGone = false;
        await _a.MeetAsync();
        await _b.MeetAsync();
        Assert.Equal("2", _b.InUse.Number);
        Assert.Equal(2, Events(1109));
    }

    [Fact]
    public async Task Meet_ListLongerThanTheLimit_IsNotPassedOnAndSaidOnce()
    {
        _a.Add(LongList());
        await _a.MeetAsync();
        await _a.MeetAsync();
        await _b.MeetAsync();

        Assert.Equal(("2", "1", 1), (_a.InUse.Number, _b.InUse.Number, Events(1110)));
    }

    [Fact]
    public async Task Meet_SameListAtBothNodes_IsWrittenOnce()
    {
        var list = _pki.Crl(_ca, 2);
        _a.Add(list);
        _b.Add(list);
        await _a.MeetAsync();
        var writes = _state.Writes;
        await _b.MeetAsync();
        await _b.MeetAsync();

        Assert.True(_b.Store.TakeNews().Count == 0 && _state.Writes - writes <= 2 * 6, $"{_state.Writes - writes} writes"); // the other CAs' lists differ
        Assert.Equal(RevocationOrigin.Folder, _b.InUse.Origin);
    }

    private static byte[] LongList()
    {
        var list = new CertificateRevocationListBuilder();
        var serial = new byte[20];
        for (var i = 0; i < 90_000; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(serial, i + 0x01000000);
            list.AddEntry(serial, _pki.Now.AddHours(-1), X509RevocationReason.KeyCompromise);
        }

        using var signer = _ca.Certificate.CopyWithPrivateKey(_ca.Key);
        return list.Build(signer, 2, _pki.Now.AddHours(48), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1, _pki.Now.AddMinutes(-1));
    }

    /// <summary>What a node that was taken over could put there.</summary>
    private async Task PlantAsync(byte[] list)
    {
        var shared = new SharedLists(_state, _protection, _clock);
        Assert.True(await shared.KeepAsync(new("planted", HashOf(list), _pki.Now.AddDays(1), list), default));
    }

    private static string HashOf(byte[] list) => Convert.ToHexString(SHA256.HashData(list));

    private Node NewNode(RevocationStore store)
    {
        var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(_log).CreateLogger();
        var watch = new RevocationWatch(store, _pki.Trust(), _clock, new LoggerFactory([new SerilogLoggerProvider(logger, dispose: true)]).CreateLogger<RevocationWatch>());
        return new(store, new RevocationSharing(store, _pki.Trust(), _state, _protection, watch), watch);
    }

    private int Events(int id) => _log.Lines.Count(line => line.Contains($"\"Id\":{id}", StringComparison.Ordinal));

    private sealed record Node(RevocationStore Store, RevocationSharing Sharing, RevocationWatch Watch) : IDisposable
    {
        public RevocationListStatus InUse => Store.Status().Single(list => list.Issuer == _ca.Certificate.SubjectName.Name);

        public void Add(byte[] list)
        {
            var outcome = Store.Add(list, _pki.Authorities());
            Assert.True(outcome.Accepted, outcome.Detail);
        }

        public Task MeetAsync() => Sharing.MeetAsync(default);

        public void Dispose()
        {
            Sharing.Dispose();
            Watch.Dispose();
        }
    }
}

using System.IO.Compression;
using System.Text;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>Every way in which a real answer can be no answer has its own name, and none is an empty list (R7, R9).</summary>
public sealed class EpdFailureTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync(o => o.MaximumBytes = 256 * 1024);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData(201, EpdFailure.NotUnderstood)]
    [InlineData(204, EpdFailure.NotUnderstood)]
    [InlineData(400, EpdFailure.NotUnderstood)]
    [InlineData(401, EpdFailure.Refused)]
    [InlineData(403, EpdFailure.Refused)]
    [InlineData(404, EpdFailure.NotFound)]
    [InlineData(406, EpdFailure.NotUnderstood)]
    [InlineData(410, EpdFailure.NotFound)]
    [InlineData(429, EpdFailure.Failing)]
    [InlineData(500, EpdFailure.Failing)]
    [InlineData(502, EpdFailure.Failing)]
    [InlineData(503, EpdFailure.Failing)]
    [InlineData(504, EpdFailure.Failing)]
    public async Task R9_Status_HasItsOwnFailure(int status, EpdFailure failure)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(status));

        Assert.Equal(failure, await FailureAsync());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task H096_R12_Redirect_IsNotFollowed(int status)
    {
        _dossier.Epd.Has(Some.Condition());
        _dossier.Epd.On(a => a.Path == "Condition" && a["again"] is null, ScriptedAnswer.Redirect("/fhir/Condition?patient=p1&again=1", status));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
        Assert.DoesNotContain(_dossier.Epd.Asked, a => a["again"] is not null);
    }

    [Theory]
    [InlineData("<html>Log in</html>", "text/html")]
    [InlineData("<html>Log in</html>", "application/json")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"}""", "text/plain")]
    [InlineData("null", "application/fhir+json")]
    [InlineData("[]", "application/fhir+json")]
    [InlineData("{}", "application/fhir+json")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"}{""", "application/fhir+json")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":NaN}]}""", "application/fhir+json")]
    public async Task H098_R7_NoFhirWithStatus200_IsNotUnderstood(string body, string contentType)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Text(body, contentType));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task H098_R7_EmptyBodyWithStatus200_IsNotUnderstood()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(200));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task H099_R7_Utf16AndDeepJson_AreNotUnderstood()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bytes(Encoding.Unicode.GetBytes(Some.Bundle().ToJsonString())));
        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());

        _dossier.Epd.On("Condition", ScriptedAnswer.Bytes(Encoding.UTF8.GetBytes(new string('[', 10_000))));
        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task R9_NobodyListens_IsUnreachable()
    {
        var grant = await _dossier.GrantAsync();
        await _dossier.Epd.DisposeAsync();

        Assert.Equal(EpdFailure.Unreachable, await FailureAsync(grant));
    }

    [Fact]
    public async Task R9_ConnectionDropped_IsUnreachableAfterOneRetry()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Drop());

        Assert.Equal(EpdFailure.Unreachable, await FailureAsync());
        Assert.Equal(2, Count("Condition"));
    }

    [Fact]
    public async Task R9_TruncatedBody_IsUnreachable()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Truncated(Some.Bundle(Some.Condition())));

        Assert.Equal(EpdFailure.Unreachable, await FailureAsync());
    }

    [Fact]
    public async Task R9_LargerThanTheLimit_IsTooLarge()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Bundle(Some.Condition(text: new string('x', 300 * 1024)))));

        Assert.Equal(EpdFailure.TooLarge, await FailureAsync());
    }

    [Fact]
    public async Task Search_GzippedAnswer_IsRead()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bytes(Packed(s => new GZipStream(s, CompressionLevel.Fastest)), "gzip"));

        Assert.Single((await SearchAsync()).Resources);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task R9_DamagedCompression_IsNotUnderstood(string encoding)
    {
        var packed = encoding == "br" ? Packed(s => new BrotliStream(s, CompressionLevel.Fastest)) : Packed(s => new GZipStream(s, CompressionLevel.Fastest));
        Array.Fill(packed, (byte)0xA5, packed.Length / 2, packed.Length / 4);
        _dossier.Epd.On("Condition", ScriptedAnswer.Bytes(packed, encoding));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task Search_FailingOnce_IsTriedAgain()
    {
        _dossier.Epd.Has(Some.Condition());
        _dossier.Epd.Once("Condition", ScriptedAnswer.Status(503));

        Assert.Single((await SearchAsync()).Resources);
        Assert.Equal(2, Count("Condition"));
    }

    [Fact]
    public async Task Search_FailingTwice_IsNotTriedAThirdTime()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(503));

        Assert.Equal(EpdFailure.Failing, await FailureAsync());
        Assert.Equal(2, Count("Condition"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(404)]
    public async Task Search_OtherStatus_IsNotRetried(int status)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(status));

        await FailureAsync();
        Assert.Equal(1, Count("Condition"));
    }

    [Fact]
    public async Task R6_FailureMessage_HoldsNoIdAndNoContent()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Text("""{"resourceType":"Bundle","entry":[{"resource":{"id":"Geheim"}}]}}""", "application/json"));

        var failure = await Assert.ThrowsAsync<EpdException>(() => SearchAsync());

        Assert.DoesNotContain("p1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_CallerGone_IsCancelledNotAFailure()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Hang());
        var grant = await _dossier.GrantAsync();
        using var caller = new CancellationTokenSource();
        var searching = _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")), caller.Token);
        await _dossier.Epd.UntilAskedAsync("Condition");

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => searching);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(4096)]
    public async Task Search_SmallestLimit_ReadsWhatFits(int bytes)
    {
        await using var dossier = await TestDossier.StartAsync(o => o.MaximumBytes = bytes);
        dossier.Epd.Has(Some.Practitioner(), Some.Patient());

        Assert.NotNull((await dossier.OpenAsync()).Grant);
    }

    [Fact]
    public async Task Search_MoreAtOnceThanAllowed_WaitTheirTurn()
    {
        await using var dossier = await TestDossier.StartAsync(o => o.Concurrency = 1);
        dossier.Epd.Has(Some.Practitioner(), Some.Patient(), Some.Condition());
        var grant = await dossier.GrantAsync();
        dossier.Epd.On("Condition", ScriptedAnswer.Hang());
        // Eight different questions: the same one would be asked once.
        var searches = Enumerable.Range(0, 8)
            .Select(i => dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1"), ("category", $"c{i}")), default)).ToList();
        await dossier.Epd.UntilAskedAsync("Condition");

        Assert.Single(dossier.Epd.Asked, a => a.Type == "Condition");
        dossier.Epd.Release();

        await Task.WhenAll(searches);
        Assert.Equal(8, dossier.Epd.Asked.Count(a => a.Type == "Condition"));
    }

    private static byte[] Packed(Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            stream.Write(Encoding.UTF8.GetBytes(Some.Bundle(Some.Condition()).ToJsonString()));
        }
        return packed.ToArray();
    }

    private int Count(string type) => _dossier.Epd.Asked.Count(a => a.Type == type);

    private async Task<EpdAnswer> SearchAsync(EpdGrant? grant = null) => await _dossier.Get<IEpd>().SearchAsync(
        grant ?? await _dossier.GrantAsync(), EpdQuery.Search("Condition", ("patient", "p1")), default);

    private async Task<EpdFailure> FailureAsync(EpdGrant? grant = null) =>
        (await Assert.ThrowsAsync<EpdException>(() => SearchAsync(grant))).Failure;
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>A read gives the resource that was asked for, of the patient it was granted for, or nothing (R4, H090).</summary>
public sealed class EpdReadTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Read_FailingOnce_SendsTheSameHeadersAgain()
    {
        var grant = await _dossier.GrantAsync();
        _dossier.Epd.Has(Some.Document());
        _dossier.Epd.Once("DocumentReference/doc1", ScriptedAnswer.Status(503));

        await _dossier.Get<IEpd>().ReadAsync<DocumentReference>(grant, EpdQuery.Read("DocumentReference", "doc1"), default);

        Assert.Equal(["request-1", "request-1"], _dossier.Epd.Asked.Where(a => a.Type == "DocumentReference").Select(a => a.Headers["X-Request-Id"]));
    }

    [Theory]
    [InlineData("Practitioner")]
    [InlineData("other-id")]
    [InlineData("stranger")]
    [InlineData("no-subject")]
    public async Task R4_ReadGivesAnotherResource_IsNotFound(string how)
    {
        _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Json(how switch
        {
            "Practitioner" => Some.Practitioner("doc1"),
            "other-id" => Some.Document("doc2"),
            "stranger" => Some.Document("doc1", "p9"),
            _ => Some.Document().With(d => d.Remove("subject")),
        }));
        var grant = await _dossier.GrantAsync();

        var failure = await Assert.ThrowsAsync<EpdException>(
            () => _dossier.Get<IEpd>().ReadAsync<DocumentReference>(grant, EpdQuery.Read("DocumentReference", "doc1"), default));

        Assert.Equal(EpdFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task Read_OutcomeWithStatus200_IsNotUnderstood()
    {
        _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Json(Some.Outcome()));
        var grant = await _dossier.GrantAsync();

        var failure = await Assert.ThrowsAsync<EpdException>(
            () => _dossier.Get<IEpd>().ReadAsync<DocumentReference>(grant, EpdQuery.Read("DocumentReference", "doc1"), default));

        Assert.Equal(EpdFailure.NotUnderstood, failure.Failure);
    }

    [Theory]
    [InlineData("../Patient/p1")]
    [InlineData("..")]
    [InlineData("x/_history/1")]
    [InlineData("x?_include=*")]
    [InlineData("x/$everything")]
    [InlineData("%2e%2e")]
    [InlineData("a\r\nb")]
    [InlineData("a\0b")]
    [InlineData("∕x")]
    [InlineData("_")]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task R12_HostileId_IsNotFoundWithoutAnyCall(string id)
    {
        var grant = await _dossier.GrantAsync();
        var before = _dossier.Epd.Asked.Count;

        var failure = await Assert.ThrowsAsync<EpdException>(
            () => _dossier.Get<IEpd>().ReadAsync<DocumentReference>(grant, EpdQuery.Read("DocumentReference", id), default));

        Assert.Equal(EpdFailure.NotFound, failure.Failure);
        Assert.Equal(before, _dossier.Epd.Asked.Count);
    }
}

using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

public sealed class LetterReaderTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Document());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Open_IsRecordedBeforeTheAddressIsGiven()
    {
        var letter = await OpenAsync();

        Assert.Equal($"{_dossier.Epd.Base}/Binary/b1", letter!.Address!.AbsoluteUri);
        Assert.Equal("request-1", letter.RequestId);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.LetterOpened, AuditOutcome.Success, "Letters"), (record.Event, record.Outcome, record.Category));
        Assert.Equal(["DocumentReference/doc1/2", "Binary/b1"], record.Resources);
        Assert.Equal("999900018", Assert.Single(record.Patients).Bsn);
    }

    [Fact]
    public async Task R2_TrailIsDown_NoAddressIsGiven()
    {
        var grant = await _dossier.GrantAsync();
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.Letters.OpenAsync(grant, "doc1", default));
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("no subject")]
    [InlineData("other id")]
    [InlineData("unknown")]
    [InlineData("gone")]
    [InlineData("superseded")]
    [InlineData("withheld")]
    [InlineData("too old")]
    [InlineData("no status")]
    [InlineData("entered-in-error")]
    [InlineData("no pdf")]
    [InlineData("elsewhere")]
    [InlineData("not understood")]
    [InlineData("hostile id")]
    public async Task H074_LetterThatIsNotHers_IsNotThere(string situation)
    {
        var id = situation == "hostile id" ? "../Patient/p1" : "doc1";
        switch (situation)
        {
            case "unknown":
                _dossier.Epd.Forget("DocumentReference/doc1");
                break;
            case "gone":
                _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Status(410));
                break;
            case "other id":
                _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Json(Some.Document("doc2")));
                break;
            default:
                _dossier.Epd.Has(situation switch
                {
                    "stranger" => Some.Document(patient: "p9"),
                    "no subject" => Some.Document().With(d => d.Remove("subject")),
                    "superseded" => Some.Document().With(d => d["status"] = "superseded"),
                    "withheld" => Some.Document().With(d => d["securityLabel"] = new JsonArray(Some.Concept("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V"))),
                    "too old" => Some.Document().With(d => d["date"] = "2017-09-22T12:00:00Z"),
                    "no status" => Some.Document().With(d => d.Remove("status")),
                    "entered-in-error" => Some.Document().With(d => d["docStatus"] = "entered-in-error"),
                    "no pdf" => Some.Document(contentType: "text/html"),
                    "elsewhere" => Some.Document(url: "http://169.254.169.254/latest"),
                    "not understood" => Some.Document().With(d => d["modifierExtension"] = Some.UnknownModifier),
                    _ => Some.Document(),
                });
                break;
        }

        Assert.Null(await OpenAsync(id));
        Assert.Empty(_dossier.Records);
    }

    [Fact]
    public async Task R2_OpenEarlier_SupersededVersion_IsRecordedAndGiven()
    {
        _dossier.Epd.Has(Some.Document().With(d => d["status"] = "superseded"));

        Assert.NotNull(await _dossier.Letters.OpenEarlierAsync(await _dossier.GrantAsync(), "doc1", default));
        Assert.Equal(["DocumentReference/doc1/2", "Binary/b1"], Assert.Single(_dossier.Records).Resources);
    }

    [Theory]
    [InlineData("status", "entered-in-error")]
    [InlineData("docStatus", "entered-in-error")]
    [InlineData("status", "draft")]
    public async Task R10_OpenEarlier_WithdrawnOrUnclear_IsNotThere(string element, string value)
    {
        _dossier.Epd.Has(Some.Document().With(d => d[element] = value));

        Assert.Null(await _dossier.Letters.OpenEarlierAsync(await _dossier.GrantAsync(), "doc1", default));
    }

    [Theory]
    [InlineData(500, EpdFailure.Failing)]
    [InlineData(403, EpdFailure.Refused)]
    [InlineData(302, EpdFailure.NotUnderstood)]
    public async Task R7_EpdCannotTell_IsAFailureNotAMissingLetter(int status, EpdFailure failure)
    {
        _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Status(status));

        Assert.Equal(failure, (await Assert.ThrowsAsync<EpdException>(() => OpenAsync())).Failure);
    }

    [Fact]
    public async Task R7_EpdHangs_TimesOut()
    {
        _dossier.Epd.On("DocumentReference/doc1", ScriptedAnswer.Hang());
        var opening = OpenAsync();
        await _dossier.Epd.UntilAskedAsync("DocumentReference/doc1");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(EpdFailure.TimedOut, (await Assert.ThrowsAsync<EpdException>(() => opening)).Failure);
    }

    private async Task<OpenedLetter?> OpenAsync(string id = "doc1") => await _dossier.Letters.OpenAsync(await _dossier.GrantAsync(), id, default);
}

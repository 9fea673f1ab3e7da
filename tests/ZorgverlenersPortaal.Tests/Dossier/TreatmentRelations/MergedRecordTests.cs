using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.TreatmentRelations;

/// <summary>A merged record that the EPD tells of with a redirect or with Epic's 4107 (fhir.md §4.4): the survivor is read at the base, or nothing.</summary>
public sealed class MergedRecordTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartAsync();
        _dossier.Epd.Has(Some.Practitioner(), Some.Patient("p2"));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData(301, "/fhir/Patient/p2")]
    [InlineData(301, "BASE/Patient/p2")]
    [InlineData(308, "Patient/p2")]
    [InlineData(301, "Patient/p2/_history/3")]
    public async Task H076_H096_MovedToAnotherPatient_OpensTheSurvivorWithoutFollowing(int status, string location)
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Redirect(location.Replace("BASE", _dossier.Epd.Base, StringComparison.Ordinal), status));

        Assert.Equal("p2", (await _dossier.OpenAsync()).Grant?.PatientId);
        Assert.All(_dossier.Epd.Asked.Where(a => a.Path == "Patient/p2"), a => Assert.Equal("application/fhir+json", a.Headers["Accept"]));
    }

    [Theory]
    [InlineData(301, "http://evil.example/fhir/Patient/p2")]
    [InlineData(301, "/other/Patient/p2")]
    [InlineData(301, "Group/p2")]
    [InlineData(301, "Patient/p2?x=1")]
    [InlineData(302, "/fhir/Patient/p2")] // says nothing lasting
    [InlineData(307, "/fhir/Patient/p2")]
    public async Task H076_H096_MovedElsewhere_IsNotDecidable(int status, string location)
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Redirect(location, status));

        Assert.Equal(AccessReason.NotDecidable, (await _dossier.OpenAsync()).Decision.Reason);
        Assert.DoesNotContain(_dossier.Epd.Asked, a => a.Path == "Patient/p2");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(400)]
    [InlineData(200)]
    public async Task H076_MergedByCode_OpensTheSurvivor(int status)
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Json(Some.Outcome("error", "processing", "4107").With(o => o["issue"]![0]!["details"]!["text"] = "Merged into Patient/p2."), status));

        Assert.Equal("p2", (await _dossier.OpenAsync()).Grant?.PatientId);
    }

    [Theory]
    [InlineData("Merged into Patient/p2 or Patient/p3.")]
    [InlineData("Merged into http://evil.example/fhir/Patient/p2")]
    [InlineData("Merged.")]
    public async Task H076_MergedByCodeWithoutOneSurvivor_OpensNothing(string text)
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Json(Some.Outcome("error", "processing", "4107").With(o => o["issue"]![0]!["details"]!["text"] = text), 404));

        Assert.Equal(AccessReason.UnknownPatient, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task H076_MovedIntoAStrangersRecord_WidensNothing()
    {
        _dossier.Epd.Has(Some.Practitioner("gp2", "07654321"), Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")));
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Redirect("/fhir/Patient/p2", 301));

        Assert.Equal(AccessReason.NoRelation, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task H076_MovedInALoop_IsNotDecidable()
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Redirect("/fhir/Patient/p2", 301));
        _dossier.Epd.On("Patient/p2", ScriptedAnswer.Redirect("/fhir/Patient/p1", 301));

        Assert.Equal(AccessReason.NotDecidable, (await _dossier.OpenAsync()).Decision.Reason);
        Assert.InRange(_dossier.Epd.Asked.Count, 2, 5);
    }

    [Theory]
    [InlineData("modifierExtension")]
    [InlineData("implicitRules")]
    [InlineData("link")]
    public async Task R10_PatientNotUnderstood_ProvesNoRelation(string how)
    {
        _dossier.Epd.Has(Some.Patient().With(p => p[how] = how switch
        {
            "modifierExtension" => Some.UnknownModifier,
            "implicitRules" => "http://hospital.example/rules",
            _ => "p2",
        }));

        var access = await _dossier.OpenAsync();

        Assert.Equal((AccessReason.NotDecidable, null), (access.Decision.Reason, access.Grant));
        Assert.Equal("NotUnderstood", Assert.Single(access.Decision.Facts).Value);
    }
}

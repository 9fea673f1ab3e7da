using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

public sealed class PendingAtDischargeTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("preliminary", null, PendingKind.StillPending)]
    [InlineData("registered", null, PendingKind.StillPending)]
    [InlineData("partial", "2026-03-09T10:00:00Z", PendingKind.StillPending)]
    [InlineData("final", "2026-03-12T10:00:00Z", PendingKind.ArrivedLater)]
    [InlineData("corrected", "2026-03-12T10:00:00Z", PendingKind.ChangedLater)]
    [InlineData("amended", "2026-03-12T10:00:00Z", PendingKind.ChangedLater)]
    [InlineData("final", "2026-03-09T10:00:00Z", null)]
    [InlineData("final", null, null)]
    [InlineData("cancelled", "2026-03-12T10:00:00Z", null)]
    public void Of_ResultOfTheStay_IsOpenByStatusOrByWhenItCame(string status, string? issued, PendingKind? expected)
    {
        var observation = SomeResult.Observation().With(o => o["status"] = status);
        if (issued is not null)
        {
            observation["issued"] = issued;
        }

        Assert.Equal(expected, Open(Stay(), observation).Cast<PendingResult?>().SingleOrDefault()?.Kind);
    }

    [Theory]
    [InlineData("2026-03-07", false)] // before the stay
    [InlineData("2026-03-08", true)] // the day she came: may be of the stay
    [InlineData("2026-03", true)]
    [InlineData("2026-03-10T09:59:00+01:00", true)]
    [InlineData("2026-03-10T10:01:00+01:00", false)] // after she left
    [InlineData(null, false)]
    public void Of_PendingResult_MustBeTakenDuringTheStay(string? at, bool isOpen)
    {
        var observation = SomeResult.Observation().With(o => o["status"] = "preliminary");
        observation["effectiveDateTime"] = at;
        if (at is null)
        {
            observation.Remove("effectiveDateTime");
        }

        Assert.Equal(isOpen, Open(Stay(), observation).Count == 1);
    }

    [Fact]
    public void Of_ReportAndMemberOfAPanel_AreFoundOnce()
    {
        var open = Open(
            Stay(),
            SomeResult.Report().With(r => r["status"] = "preliminary"),
            SomeResult.Observation("panel", "Chemie", value: null, at: "2026-03-09").With(o => o["hasMember"] = SomeResult.Members("late", "done")),
            SomeResult.Observation("late", "Eiwit", value: null).With(o => o["status"] = "registered"),
            SomeResult.Observation("done", "Kalium"));

        Assert.Equal([("Onderzoek 363680008", ResultGroup.Radiology), ("Eiwit", ResultGroup.ClinicalChemistry)], open.Select(p => (p.Name, p.Group)));
    }

    [Theory]
    [InlineData("in-progress", null)]
    [InlineData("cancelled", "2026-03-10T10:00:00+01:00")]
    public void Of_PatientWhoHasNotLeft_GivesNothing(string status, string? end) =>
        Assert.Empty(Open(Some.Encounter(status: status, end: end), SomeResult.Observation().With(o => o["status"] = "preliminary")));

    [Fact]
    public void Of_DischargeWithoutADate_GivesWhatIsStillPending() =>
        Assert.Single(Open(
            Some.Encounter(status: "finished"),
            SomeResult.Observation("a").With(o => o["status"] = "preliminary"),
            SomeResult.Observation("b").With(o => o["issued"] = "2026-03-19T10:00:00Z")));

    [Theory]
    [InlineData("e1", "2026-01-01", true)] // of this stay, whatever its date
    [InlineData("e2", "2026-03-09", false)] // of another stay
    [InlineData("poli", "2026-03-09", true)]
    [InlineData(null, "2026-03", true)]
    [InlineData(null, "2026-03-11", false)]
    [InlineData(null, null, false)]
    public void Of_RequestWithoutResult_BelongsToTheStayItNamesOrWasAskedIn(string? encounter, string? authored, bool isOpen)
    {
        OpenRequest request = new()
        {
            Source = "ServiceRequest/q1/1",
            Name = "CT thorax",
            Group = ResultGroup.Radiology,
            Ordered = authored is null ? null : WrittenDate.Of(FhirDateTime.TryParse(authored)),
            EncounterId = encounter,
        };
        Encounter[] stays = [Stay().As<Encounter>(), Some.Encounter("e2", status: "finished", start: "2025-01-01", end: "2025-01-02").As<Encounter>()];
        var admissions = new AdmissionReader(SomeResult.Base, ["IMP"], new CareMomentOptions()).Read(stays, [], _now);

        var pending = PendingAtDischarge.Of(new ResultOverview { Specialties = [], OpenRequests = [request] }, admissions);

        Assert.Equal(isOpen, pending.Any(p => p.Admission.EncounterIds.Contains("e1") && p.Requests.Contains(request)));
    }

    [Fact]
    public void R10_NotUnderstood_IsNotJudged()
    {
        Assert.Empty(Open(Stay(), SomeResult.Observation().With(o => { o["status"] = "preliminary"; o["modifierExtension"] = Some.UnknownModifier; })));
        Assert.Empty(Open(Stay().With(e => e["modifierExtension"] = Some.UnknownModifier), SomeResult.Observation().With(o => o["status"] = "preliminary")));
    }

    private static JsonObject Stay() => Some.Encounter(status: "finished", end: "2026-03-10T10:00:00+01:00");

    private static IReadOnlyList<PendingResult> Open(JsonObject stay, params JsonObject[] resources)
    {
        var admissions = new AdmissionReader(SomeResult.Base, ["IMP"], new CareMomentOptions()).Read([stay.As<Encounter>()], [], _now);
        return [.. PendingAtDischarge.Of(new ResultOverview { Specialties = SomeResult.Read(resources) }, admissions).SelectMany(d => d.Results)];
    }
}

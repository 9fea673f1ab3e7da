using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>What was open at a recent discharge, beside the letters.</summary>
[Collection(PortalJourneys.Name)]
public sealed class DischargesTests(PortalFixture fixture)
{
    private const string Id = "open-at-discharge";

    private SandboxPatient Left => fixture.Own.First(p => p is { State: "discharged", Encounter.End.Length: > 0 });

    private JsonObject Late => SomeResult.Observation(Id, "Vitamine B12 bij ontslag", at: Left.Encounter!.End).With(o =>
    {
        o.Remove("meta");
        o["status"] = "preliminary";
        o["subject"] = Some.Ref("Patient/" + Left.Id);
    });

    [Fact]
    public async Task R2_Letters_OfOneWhoLeft_TellWhatWasOpenAndRecordIt() => await WithAsync(Late, page =>
    {
        Assert.Contains("Vitamine B12 bij ontslag", page.Part("#ontslag"), StringComparison.Ordinal);
        Assert.Contains("Nog niet definitief: voorlopig.", page.Part("#ontslag"), StringComparison.Ordinal);
        var record = fixture.Portal.Trail(AuditEventType.SectionShown)[0];
        Assert.Equal("Results", record.Category);
        Assert.Contains(record.Resources, r => r.StartsWith($"Observation/{Id}/", StringComparison.Ordinal));
        Assert.Contains(record.Resources, r => r.StartsWith("Encounter/", StringComparison.Ordinal));
    });

    [Fact]
    public async Task R7_Letters_OfOneWhoLeftWithoutAnythingOpen_SayWhatCannotBeTold() => await WithAsync(Late.With(o => o["status"] = "final"), page =>
    {
        Assert.DoesNotContain("Vitamine B12 bij ontslag", page.Part("#ontslag"), StringComparison.Ordinal);
        Assert.Contains("is niet te zeggen of die bij het ontslag nog openstond", page.Part("#ontslag"), StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Portal.Trail(AuditEventType.SectionShown)[0].Resources, r => r.StartsWith($"Observation/{Id}/", StringComparison.Ordinal));
    });

    [Fact]
    public async Task Letters_OfOneWhoIsStillThere_AskForNoResults()
    {
        var patient = fixture.Own.First(p => p.State == "admitted");

        var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient.Id) + "/brieven");

        Assert.Null(page.Page.QuerySelector("#ontslag"));
        Assert.Equal("Letters", fixture.Portal.Trail(AuditEventType.SectionShown)[0].Category);
    }

    private async Task WithAsync(JsonObject result, Action<PortalAnswer> check)
    {
        await fixture.Epd.PutAsync(result);
        try
        {
            check(await fixture.Doctor.GetAsync(fixture.DoctorsPath(Left.Id) + "/brieven"));
        }
        finally
        {
            await fixture.Epd.RemoveAsync("Observation/" + Id);
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>What the summary takes of each part, and that its records name no more than that.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SummaryTests(PortalFixture fixture)
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&";

    private SandboxPatient Admitted => fixture.Own.First(p => p.State == "admitted");

    [Fact]
    public async Task Stay_ThatGoesOn_TellsWhichDayItIs()
    {
        var id = await PatientAsync("summary-day");
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(fixture.Portal.Clock.GetUtcNow(), "Europe/Amsterdam");
        await fixture.Epd.PutAsync(Some.Encounter("summary-day-1", id, start: Day(today.AddDays(-3))));

        var answer = await OpenAsync(id);
        // The other tests know every patient of the list.
        await fixture.Epd.RemoveAsync("Encounter/summary-day-1");

        Assert.Equal("Huidige opname", answer.Part("#opname h2"));
        Assert.Equal("Dag 4", answer.Part("#opname .zvp-panel__head .zvp-label"));
    }

    [Fact]
    public async Task R2_Summary_RecordsNameOnlyWhatItShows()
    {
        foreach (var patient in fixture.Own.Where(p => p.State is "admitted" or "discharged").Take(10))
        {
            var answer = await OpenAsync(patient.Id);
            var records = Records();

            Assert.InRange(Named(records, "ConclusionAndPolicy", "DocumentReference").Count, 0, 1 + answer.Page.QuerySelectorAll("#beleid details li").Length);
            Assert.Equal(answer.Page.QuerySelectorAll("#afspraken li").Length, Named(records, "CareMoments", "Appointment").Count);
            Assert.InRange(answer.Page.QuerySelectorAll("#afspraken li").Length, 0, 3);
            Assert.Empty(Named(records, "Medication", "MedicationAdministration"));
        }
    }

    [Fact]
    public async Task R7_Alerts_NoneForSure_AreLeftOut_AndOtherwiseNot()
    {
        var id = await PatientAsync("summary-alerts");
        Assert.Null((await OpenAsync(id)).Page.QuerySelector("#waarschuwingen"));
        Assert.Contains(Records(), record => record.Category == "Alerts");

        await using (await fixture.Epd.FaultAsync("status:503", "Flag"))
        {
            Assert.Contains("Er kunnen wel gegevens zijn.", (await OpenAsync(id)).Part("#waarschuwingen .zvp-gone"), StringComparison.Ordinal);
        }

        await fixture.Epd.PutAsync(Alert(id, "summary-alert-1", Hostile));
        var answer = await OpenAsync(id);
        Assert.Contains(Hostile, answer.Part("#waarschuwingen"), StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R10_Medication_InUse_IsAsTheEpdHasIt_AndTheRestIsSaid()
    {
        var id = await PatientAsync("summary-medicine");
        await fixture.Epd.PutAsync(Medicine(id, "summary-medicine-1", Hostile, "active", "1x per dag 62,5 microgram"));
        await fixture.Epd.PutAsync(Medicine(id, "summary-medicine-2", "spironolacton", "stopped", "1x per dag 25 mg"));
        await fixture.Epd.PutAsync(Medicine(id, "summary-medicine-3", "metformine", "on-hold", "2x per dag 500 mg"));

        var answer = await OpenAsync(id);
        var part = answer.Part("#medicatie");

        Assert.Contains(Hostile, part, StringComparison.Ordinal);
        Assert.Contains("1x per dag 62,5 microgram", part, StringComparison.Ordinal);
        Assert.Contains("1 ander middel is onderbroken, onduidelijk of niet veilig weer te geven.", part, StringComparison.Ordinal);
        Assert.DoesNotContain("spironolacton", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["MedicationRequest/summary-medicine-1", "MedicationRequest/summary-medicine-3"],
            Named(Records(), "Medication", "MedicationRequest").Select(source => string.Join('/', source.Split('/').Take(2))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R7_Medication_OneKindFails_IsSaidAndNeverNone()
    {
        var id = await PatientAsync("summary-medicine-fault");
        await using var fault = await fixture.Epd.FaultAsync("status:503", "MedicationStatement");

        var part = (await OpenAsync(id)).Part("#medicatie");

        Assert.Contains("Er kan medicatie ontbreken.", part, StringComparison.Ordinal);
        Assert.DoesNotContain("Geen medicatie gevonden", part, StringComparison.Ordinal);
        Assert.DoesNotContain("In het EPD staat geen", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_WithoutAnything_SaysThatTheEpdHasNone()
    {
        var answer = await OpenAsync(await PatientAsync("summary-empty"));

        Assert.Contains("Geen conclusies gevonden", answer.Part("#beleid"), StringComparison.Ordinal);
        Assert.Contains("Geen medicatie gevonden", answer.Part("#medicatie"), StringComparison.Ordinal);
        Assert.Contains("Geen komende afspraken gevonden", answer.Part("#afspraken"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consents_OfOnePage_AreAskedOnce()
    {
        await fixture.Epd.ClearLogAsync();
        await OpenAsync(Admitted.Id);

        Assert.Single(await fixture.Epd.LogAsync(), request => request.Path.Contains("/Consent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R4_Consents_WithAnotherPatientsAmongThem_AreAskedAgain_AndThatOneIsDroppedRecordedAndSaid()
    {
        await fixture.Epd.ClearLogAsync();
        await using var fault = await fixture.Epd.FaultAsync("stranger", "Consent");
        // A decision on half an answer is a refusal by default; this portal lets an unknown pass.
        await using var portal = await PortalHost.StartAsync(fixture.Epd.Address, ("Access:Consents:OpenWhenUnknown", "true"));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());

        var answer = await doctor.GetAsync(portal.PatientPath(Admitted.Id, portal.Session()));

        Assert.Equal(200, answer.Status);
        Assert.Equal(2, (await fixture.Epd.LogAsync()).Count(request => request.Path.Contains("/Consent", StringComparison.Ordinal)));
        Assert.Contains("Niet alles wordt getoond", answer.Part(".zvp-limit"), StringComparison.Ordinal);
        Assert.Contains(portal.Trail(AuditEventType.ForeignResourceDropped), record => record.Resources.Any(r => r.StartsWith("Consent/", StringComparison.Ordinal)));
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<PortalAnswer> OpenAsync(string id) => fixture.Doctor.GetAsync(fixture.DoctorsPath(id));

    /// <summary>The records of the page that was opened last.</summary>
    private List<AuditRecord> Records()
    {
        var request = fixture.Portal.Trail(AuditEventType.PatientOpened)[0].RequestId;
        return [.. fixture.Portal.Trail().Where(record => record.RequestId == request)];
    }

    private static List<string> Named(List<AuditRecord> records, string category, string type) =>
        [.. records.Where(record => record.Category == category).SelectMany(record => record.Resources).Where(source => source.StartsWith(type + "/", StringComparison.Ordinal))];

    /// <summary>A made-up patient with nothing in the record, registered with the GP of De Linde.</summary>
    private async Task<string> PatientAsync(string id)
    {
        var patient = await fixture.Epd.ReadAsync("Patient/" + fixture.Own.First(p => p.Gps.Count == 1 && p.State == "admitted").Id);
        patient["id"] = id;
        patient.Remove("identifier");
        patient.Remove("meta");
        await fixture.Epd.PutAsync(patient);
        return id;
    }

    private static JsonObject Alert(string patient, string id, string text) => new()
    {
        ["resourceType"] = "Flag",
        ["id"] = id,
        ["status"] = "active",
        ["code"] = new JsonObject { ["text"] = text },
        ["subject"] = Some.Ref("Patient/" + patient),
    };

    private static JsonObject Medicine(string patient, string id, string name, string status, string dosage) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["id"] = id,
        ["status"] = status,
        ["intent"] = "order",
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = name },
        ["subject"] = Some.Ref("Patient/" + patient),
        ["authoredOn"] = "2026-01-02",
        ["dosageInstruction"] = new JsonArray(new JsonObject { ["text"] = dosage }),
    };
}

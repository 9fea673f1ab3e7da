using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>What holds for every page of a record beside the summary.</summary>
[Collection(PortalJourneys.Name)]
public sealed class RecordPageTests(PortalFixture fixture)
{
    public static TheoryData<string, string[], string[]> Parts => new()
    {
        { "zorgmomenten", ["opnames", "operaties", "afspraken", "verwijzingen", "waarom"], ["Banner", "Admission", "Letters", "CareMoments", "CareMoments", "CareMoments"] },
        {
            "dossier",
            ["allergieen", "waarschuwingen", "behandelaanwijzingen", "beleid", "diagnoses", "betrokkenen", "waarom"],
            ["Banner", "Allergies", "Alerts", "TreatmentDirectives", "ConclusionAndPolicy", "Diagnoses", "CareTeam"]
        },
        { "brieven", ["brieven", "bellen", "waarom"], ["Banner", "Letters"] },
        { "medicatie", ["medicatie", "waarom"], ["Banner", "Admission", "Medication"] },
        { "klinische-chemie", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
        { "microbiologie", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
        { "nucleair", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
        { "pathologie", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
        { "radiologie", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
        { "overige-uitslagen", ["uitslagen", "bellen", "waarom"], ["Banner", "Results"] },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Page_OfEveryOwnPatient_ShowsBannerAndEverySection(string part, string[] panels, string[] recorded)
    {
        Assert.NotEmpty(recorded);
        foreach (var patient in fixture.Own)
        {
            var answer = await OpenAsync(patient, part);

            Assert.Equal((patient.Id, 200), (patient.Id, answer.Status));
            Assert.Contains(patient.Bsn[6..], answer.Part(".zvp-banner"), StringComparison.Ordinal);
            Assert.DoesNotContain(patient.Bsn, answer.Text, StringComparison.Ordinal);
            Assert.NotEmpty(answer.Part(".zvp-limit"));
            Assert.Equal(panels, answer.Page.QuerySelectorAll("section.zvp-panel").Select(panel => panel.Id).Where(id => id is not ("wijzigingen" or "ontslag")));
            Assert.Empty(answer.Page.QuerySelectorAll(".zvp-gone"));
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task R2_Page_IsRecordedBannerFirstThenEverySection(string part, string[] panels, string[] recorded)
    {
        Assert.NotEmpty(panels);
        await OpenAsync(Admitted, part);

        var request = fixture.Portal.Trail(AuditEventType.PatientOpened)[0].RequestId;
        var records = fixture.Portal.Trail().Where(record => record.RequestId == request).Reverse().ToList();

        Assert.Equal(recorded, records.Select(record => record.Category));
        Assert.All(records, record => Assert.Equal([new AuditPatient(Admitted.Id, Admitted.Bsn)], record.Patients));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task R6_Page_TitleAndAddressesHoldNobody(string part, string[] panels, string[] recorded)
    {
        Assert.Equal(panels.Length > 0, recorded.Length > 0);
        var answer = await OpenAsync(Admitted, part);

        Assert.All(Admitted.Secrets, secret => Assert.DoesNotContain(secret, answer.Page.Title!, StringComparison.OrdinalIgnoreCase));
        Assert.All(answer.Page.QuerySelectorAll("[href], [action]"), element => Assert.DoesNotContain(
            Admitted.Id, element.GetAttribute("href") ?? element.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task R3_Page_OfAnotherGpsPatient_IsNotFoundAndHoldsNothingOfHer(string part, string[] panels, string[] recorded)
    {
        Assert.Equal(panels.Length > 0, recorded.Length > 0);
        var stranger = fixture.Strangers.First();

        var answer = await OpenAsync(stranger, part);

        Assert.Equal(404, answer.Status);
        Assert.All(stranger.Secrets, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([new AuditPatient(stranger.Id, stranger.Bsn)], fixture.Portal.Trail(AuditEventType.AccessDenied)[0].Patients);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Menu_MarksTheOpenPart_AndReachesTheOthers(string part, string[] panels, string[] recorded)
    {
        Assert.Equal(panels.Length > 0, recorded.Length > 0);
        var answer = await OpenAsync(Admitted, part);

        var current = Assert.Single(answer.Page.QuerySelectorAll(".zvp-side [aria-current=page]"));
        Assert.EndsWith("/" + part, current.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(answer.Page.QuerySelectorAll(".zvp-side a"), link => link.TextContent == "Samenvatting" && !link.GetAttribute("href")!.EndsWith(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dossier")]
    [InlineData("brieven")]
    [InlineData("medicatie")]
    [InlineData("klinische-chemie")]
    public async Task Page_AsksNothingOfTheEpdTwice(string part)
    {
        await fixture.Epd.ClearLogAsync();

        await OpenAsync(Admitted, part);

        var asked = (await fixture.Epd.LogAsync()).Select(request => $"{request.Method} {request.Path} {request.Form}").ToList();
        Assert.NotEmpty(asked);
        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
    }

    [Fact]
    public async Task Banner_OfAnAdmittedPatient_TellsWhereSheLies()
    {
        var answer = await OpenAsync(Admitted, "zorgmomenten");

        Assert.Contains("Nu op", answer.Part(".zvp-banner"), StringComparison.Ordinal);
        var discharged = await OpenAsync(fixture.Own.First(p => p.State == "discharged"), "zorgmomenten");
        Assert.DoesNotContain("Nu op", discharged.Part(".zvp-banner"), StringComparison.Ordinal);
    }

    private SandboxPatient Admitted => fixture.Own.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));

    private Task<PortalAnswer> OpenAsync(SandboxPatient patient, string part) => fixture.Doctor.GetAsync($"{fixture.DoctorsPath(patient.Id)}/{part}");
}

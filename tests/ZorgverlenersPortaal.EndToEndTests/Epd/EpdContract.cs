using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>
/// What the portal shows of the same data whatever EPD holds them. GP 01999001 has p1 (in hospital), p2 (emergency department
/// only) and p5 (died in hospital); p3 and p4 are another's.
/// </summary>
public abstract class EpdContract(EpdContractFixture fixture)
{
    [RealEpdFact]
    public async Task List_OfTheGp_HasHerOwnPatientsOnly() => await SeesOwnPatientsAsync(fixture.Doctor);

    [RealEpdFact]
    public async Task Record_OfAPatient_HasBannerAndEverySection()
    {
        var (status, page) = await OpenAsync(fixture.Doctor, "Berg, J.A. van der");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(page.QuerySelectorAll(".zvp-gone").Select(gone => gone.TextContent));
        Assert.DoesNotContain("Niet alles is opgehaald", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12-03-1948", page.QuerySelector(".zvp-banner")!.TextContent, StringComparison.Ordinal);
        foreach (var (section, text) in ((string, string)[])
            [("diagnoses", "Hartfalen"), ("diagnoses", "Atriumfibrilleren"), ("allergieen", "Penicilline"), ("brieven", "Ontslagbrief"), ("brieven", "Consultbrief"), ("opname", "18-11-2026")])
        {
            Assert.Contains(text, page.QuerySelector("#" + section)!.TextContent, StringComparison.Ordinal);
        }
        Assert.NotNull(page.QuerySelector("#behandelaanwijzingen"));
    }

    [RealEpdFact]
    public async Task Sections_WithoutAPage_AreReadWhole()
    {
        var patient = await fixture.PatientAsync("van der Berg");
        await using var dossier = new SectionsAtHand(fixture.Fhir);
        var grant = await dossier.GrantAsync("01999001", patient["id"]!.ToString());
        var moments = dossier.Reader.StartCareMoments(grant, default);

        Whole(await moments.Appointments.ShowAsync());
        Whole(await moments.Operations.ShowAsync());
        Whole(await moments.Referrals.ShowAsync());
        Whole(await dossier.Reader.ReadResults(grant, default).ShowAsync());
        Whole(await dossier.Reader.ReadMedication(grant, default).ShowAsync());
        Whole(await dossier.Reader.ReadAlerts(grant, default).ShowAsync());
        Whole(await dossier.Reader.ReadTeam(grant, default).ShowAsync());
        Whole(await dossier.Reader.StartConclusions(grant, default).ShowAsync());

        static void Whole<T>(Section<T> section) where T : class => Assert.Equal(
            (section.Category, null, true, false, 0),
            (section.Category, section.Failure, section.Content is not null, section.IsIncomplete, section.Strangers.Count));
    }

    [RealEpdFact]
    public async Task Past_OfAChangedDiagnosis_IsTheVersionOfThen()
    {
        var patient = "Patient/" + (await fixture.PatientAsync("van der Berg"))["id"];
        var then = await fixture.StoreAsync(Diagnosis("Vermoeden van vroeger"));
        var now = then;
        // Times are in milliseconds: two writes may fall in one.
        while (now <= then)
        {
            now = await fixture.StoreAsync(Diagnosis("Wat het nu is"));
        }
        await using var dossier = new SectionsAtHand(fixture.Fhir);
        var grant = await dossier.GrantAsync("01999001", patient["Patient/".Length..]);

        var section = await dossier.Past.Start(grant, then, default).Diagnoses.ShowAsync();

        Assert.Equal((null, 0), (section.Failure, section.Strangers.Count));
        Assert.Contains("Vermoeden van vroeger", section.Content!.Items.Select(item => item.Content.Name));
        Assert.DoesNotContain("Wat het nu is", section.Content.Items.Select(item => item.Content.Name));

        JsonObject Diagnosis(string text) => new()
        {
            ["resourceType"] = "Condition",
            ["id"] = "past-1",
            ["code"] = new JsonObject { ["text"] = text },
            ["subject"] = new JsonObject { ["reference"] = patient },
        };
    }

    [RealEpdFact]
    public async Task Letters_OfAPatient_ComeAsPdf()
    {
        var (_, page) = await OpenAsync(fixture.Doctor, "Berg, J.A. van der");
        var letters = page.QuerySelectorAll("a[href*='/brief/']").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(2, letters.Count);
        foreach (var letter in letters)
        {
            using var answer = await fixture.Doctor.GetAsync(letter);
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.StartsWith("%PDF-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [RealEpdFact]
    public async Task R16_PatientWhoMovedToAnotherGp_IsRefusedAtTheNextLook()
    {
        var (_, list) = await fixture.Doctor.PageAsync("/");
        var address = Patients(list)["Jansen, C."];
        var patient = await fixture.PatientAsync("Jansen");
        var other = (await fixture.PatientAsync("El Amrani"))["generalPractitioner"]!.DeepClone();
        var moved = patient.DeepClone().AsObject();
        moved["generalPractitioner"] = other;
        await fixture.WriteAsync(moved);
        try
        {
            var (status, page) = await fixture.Doctor.PageAsync(address);

            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.DoesNotContain("Jansen", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("Jansen, C.", Patients((await fixture.Doctor.PageAsync("/")).Page).Keys);
        }
        finally
        {
            await fixture.WriteAsync(patient);
        }
    }

    [RealEpdTheory]
    [InlineData("Epd__PageSize", "1")]
    [InlineData("Epd__PatientSearch", "AdmittedFirst")]
    [InlineData("Epd__PatientSearch", "Plain")]
    public async Task List_AnotherWay_IsTheSameAndComplete(string setting, string value)
    {
        var (portal, doctor) = await fixture.StartPortalAsync((setting, value), ("Epd__MaximumPages", "200"));
        await using (portal)
        using (doctor)
        {
            await SeesOwnPatientsAsync(doctor);
            var (_, page) = await OpenAsync(doctor, "Berg, J.A. van der");
            Assert.Empty(page.QuerySelectorAll(".zvp-gone").Select(gone => gone.TextContent));
            Assert.DoesNotContain("Niet alles is opgehaald", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Atriumfibrilleren", page.QuerySelector("#diagnoses")!.TextContent, StringComparison.Ordinal);
        }
    }

    [RealEpdFact]
    public async Task Check_BeforeItGoesLive_ReachesTheEpdAndNamesTheWay()
    {
        var said = string.Join('\n', await fixture.Portal.CommandAsync(["check"]));

        Assert.Contains("EPD reached, FHIR 4.0", said, StringComparison.Ordinal);
        Assert.Contains("patients of a doctor are searched: Plain", said, StringComparison.Ordinal);
    }

    private static async Task SeesOwnPatientsAsync(CardClient doctor)
    {
        var (status, list) = await doctor.PageAsync("/");

        Assert.Equal((HttpStatusCode.OK, "Mijn patiënten in het ziekenhuis"), (status, list.QuerySelector("h1")?.TextContent));
        Assert.Equal(["Berg, J.A. van der", "Jansen, C."], Patients(list).Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Niet alles is opgehaald", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("El Amrani", list.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(CardClient doctor, string name) =>
        await doctor.PageAsync(Patients((await doctor.PageAsync("/")).Page)[name]);

    private static Dictionary<string, string> Patients(IDocument list) =>
        list.QuerySelectorAll("table:not(#bekeken) a.zvp-hit__link").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!, StringComparer.Ordinal);
}

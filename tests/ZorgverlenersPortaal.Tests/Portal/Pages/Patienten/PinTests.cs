using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>Pinned and recent patients on the list: only who was found to be the doctor's just now, and recorded like any row.</summary>
public sealed class PinTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    protected override Task FillAsync()
    {
        Epd.Has(
            Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb),
            Some.Patient(), Some.Patient("p2", "999900031"), Some.Consent(patient: "p2"));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Pin_OwnPatientWhoIsNotInHospital_StandsApartWithHerLimitationUntilUndone()
    {
        var page = await PressAsync("p2", "vast");
        Assert.Contains("Maak los", page.Words, StringComparison.Ordinal);

        var list = await Doctor.GetAsync("/patienten");

        Assert.Equal(["Test-p2, J."], Names(list, "vastgezet"));
        var row = list.Page.QuerySelector("#vastgezet tbody tr")!.TextContent;
        Assert.Contains("Niet opgenomen of onlangs ontslagen", row, StringComparison.Ordinal);
        Assert.Contains("Eigen patiënt", row, StringComparison.Ordinal);
        Assert.NotNull(list.Page.QuerySelector("#vastgezet .zvp-flag"));
        await PressAsync("p2", "los");
        list = await Doctor.GetAsync("/patienten");
        Assert.Empty(Names(list, "vastgezet"));
        Assert.Equal(["Test-p2, J."], Names(list, "bekeken"));
    }

    [Fact]
    public async Task Recent_PatientsOpened_StandThereLastOneFirstAndNeverTwice()
    {
        await OpenAsync("p1");
        await OpenAsync("p2");
        Assert.Equal(["Test-p2, J.", "Test-p1, J."], Names(await Doctor.GetAsync("/patienten"), "bekeken"));

        await OpenAsync("p1");
        await OpenAsync("p1");

        Assert.Equal(["Test-p1, J.", "Test-p2, J."], Names(await Doctor.GetAsync("/patienten"), "bekeken"));
    }

    [Fact]
    public async Task Recent_MoreThanTheSetting_OnlyTheLastAreKept()
    {
        for (var number = 1; number <= 7; number++)
        {
            Epd.Has(Some.Patient($"p{number}", bsn: null));
            await OpenAsync($"p{number}");
        }

        Assert.Equal(["Test-p7, J.", "Test-p6, J.", "Test-p5, J.", "Test-p4, J.", "Test-p3, J."], Names(await Doctor.GetAsync("/patienten"), "bekeken"));
        Assert.Equal(5, Rows().Count);
    }

    [Fact]
    public async Task R2_List_NamesThePinnedPatientsInItsRecord()
    {
        await PressAsync("p2", "vast");

        await Doctor.GetAsync("/patienten");

        var record = Portal.Trail(AuditEventType.PatientListShown)[0];
        Assert.Equal(["p2"], record.Patients.Select(patient => patient.EpdId));
        Assert.Contains(record.Resources, resource => resource.StartsWith("Consent/c1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R8_RelationEnded_PinIsNotShownAndForgotten()
    {
        await PressAsync("p1", "vast");
        await OpenAsync("p2");
        GiveAway("p1");
        GiveAway("p2");

        var list = await Doctor.GetAsync("/patienten");

        Assert.DoesNotContain("Test-p", list.Text, StringComparison.Ordinal);
        Assert.Empty(Rows());
        Epd.Has(Some.Patient());
        Assert.Empty(Names(await Doctor.GetAsync("/patienten"), "vastgezet"));
    }

    [Fact]
    public async Task R8_RefusedLook_ForgetsThePinAtOnce()
    {
        await PressAsync("p1", "vast");
        GiveAway("p1");

        Assert.Equal(404, (await Doctor.GetAsync(Portal.PatientPath("p1"))).Status);

        Assert.Empty(Rows());
    }

    [Fact]
    public async Task R1_PinOfSomebodyElsesPatient_IsRefusedAndKeepsNothing()
    {
        var page = await Doctor.GetAsync(Portal.PatientPath("p1"));
        GiveAway("p1");

        Assert.Equal(404, (await Doctor.SubmitAsync(page, Action(page, "vast"))).Status);

        Assert.Empty(Rows());
        Assert.NotEmpty(Portal.Trail(AuditEventType.AccessDenied));
    }

    [Fact]
    public async Task R5_Store_HoldsNothingThatNamesAPatient()
    {
        await PressAsync("p1", "vast");

        var (subject, _) = Assert.Single(Rows());
        Assert.Equal(64, subject.Length);
        Assert.All(subject, digit => Assert.True(char.IsAsciiHexDigitUpper(digit)));
    }

    [Fact]
    public async Task Pin_OfOneDoctor_IsNotAnothers()
    {
        Epd.Has(Some.Patient(gp: [Some.Ref("Practitioner/gp1"), Some.Ref("Practitioner/gp2")]));
        using var other = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await PressAsync("p1", "vast");

        Assert.Empty(Names(await other.GetAsync("/patienten"), "vastgezet"));
    }

    [Fact]
    public async Task R7_StoreBroken_PagesWorkAndSaySo()
    {
        var page = await OpenAsync("p1");
        using var broken = new BrokenTable(Path.Combine(Portal.Folder, "portal.db"), "pin");

        var answer = await Doctor.SubmitAsync(page, Action(page, "vast"));

        Assert.Equal(200, answer.Status);
        Assert.Contains("Dat lukt nu niet.", answer.Words, StringComparison.Ordinal);
        var list = await Doctor.GetAsync("/patienten");
        Assert.Equal(200, list.Status);
        Assert.Contains("Vastgezette en onlangs bekeken patiënten zijn nu niet op te halen.", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_WithoutAntiforgery_IsRefused()
    {
        var page = await OpenAsync("p1");
        using var content = new FormUrlEncodedContent([]);

        Assert.Equal(400, (await Doctor.SendAsync(HttpMethod.Post, Action(page, "vast"), content)).Status);
    }

    [Fact]
    public async Task R7_ListThatMayMissHer_SaysThatAPinMayBeMissing()
    {
        await PressAsync("p1", "vast");
        Epd.Has(Some.Patient().With(patient => patient["modifierExtension"] = Some.UnknownModifier.DeepClone() as JsonArray));

        var list = await Doctor.GetAsync("/patienten");

        Assert.Contains("Niet alle patiënten die je vastzette zijn nu te tonen.", list.Words, StringComparison.Ordinal);
        Assert.Single(Rows());
    }

    private static string[] Names(PortalAnswer list, string table) =>
        [.. list.Page.QuerySelectorAll($"#{table} a.zvp-hit__link").Select(link => link.TextContent)];

    private static string Action(PortalAnswer page, string handler) => page.Page.QuerySelector($"form[action$='handler={handler}']")!.GetAttribute("action")!;

    private void GiveAway(string patient) => Epd.Has(Some.Patient(patient, gp: Some.Ref("Practitioner/gp2")));

    private Task<PortalAnswer> OpenAsync(string patient) => Doctor.GetAsync(Portal.PatientPath(patient));

    private async Task<PortalAnswer> PressAsync(string patient, string handler)
    {
        var page = await OpenAsync(patient);
        return await Doctor.SubmitAsync(page, Action(page, handler));
    }

    private List<(string Subject, bool IsPinned)> Rows()
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={Path.Combine(Portal.Folder, "portal.db")};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT subject, pinned FROM pin";
        using var reader = command.ExecuteReader();
        List<(string, bool)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1) == 1));
        }
        return rows;
    }
}

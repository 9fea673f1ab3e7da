using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>A doctor with an emergency of her own and a second officer, in the portal of the office; each test has its own.</summary>
internal sealed class CaseRig(OfficeFixture office, string number)
{
    public const string Bsn = "999900328";
    public const string Judged = "Past bij de dienst van die avond";

    /// <summary>The other officer.</summary>
    public static TestCard Rob { get; } = OfficeFixture.Esra with { UziNumber = "900034090", GivenName = "Rob", Surname = "Oosterveld" };

    /// <summary>The doctor who looked.</summary>
    public TestCard Doctor { get; } = TestCards.Huisarts with { UziNumber = "9000340" + number, Agb = "010934" + number, GivenName = "Geke", Surname = "Dokter" + number };

    public string Patient => "case-patient-" + number;

    public EmergencyCase Emergency { get; private set; } = null!;

    /// <summary>Address of the case.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Adds the people, opens the emergency and finds its case in the officer's queue.</summary>
    public async Task<CaseRig> StartAsync()
    {
        Assert.Equal(AccountOutcome.Done, await office.Portal.AddAccountAsync(Doctor));
        if (await office.Portal.Services.GetRequiredService<AccountDirectory>().FindAsync(Rob.UziNumber, default) is null)
        {
            await OfficeFixture.AddStaffAsync(office.Portal, Rob, AccountFunction.SecurityOfficer);
        }
        var visit = TestDossier.Visit() with { SessionReference = "session-" + number, Provider = TestDossier.Visit().Provider with { UziNumber = Doctor.UziNumber, Name = "Geke Dokter" + number } };
        Emergency = await office.Portal.Services.GetRequiredService<EmergencyDesk>().OpenAsync(
            visit, new(Patient, Bsn, new(EmergencyReason.OutOfHours, "Verward binnengebracht op de post", false), [], false));
        Path = (await office.Officer.GetAsync("/toezicht/zaken")).Page.QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains("Dokter" + number, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        return this;
    }

    public Task<PortalClient> SignInRobAsync() => OfficeFixture.SignInAsync(office.Portal, Rob, "/toezicht");

    public Task<PortalAnswer> JudgeAsync(PortalClient officer, string verdict, string handler = "Oordeel") =>
        officer.FillInAsync(Path, handler, ("Form.Verdict", verdict), ("Form.Words", Judged), ("Form.Minutes", "6"));

    public Task<PortalAnswer> AskAsync() => office.Officer.FillInAsync(Path, "Vraag", ("Form.Question", "Waarom was dit op dat moment nodig?"));

    public IReadOnlyList<AuditRecord> Records(AuditEventType type) =>
        [.. office.Portal.Trail(type).Where(record => record.Detail!.StartsWith("case " + Path.Split('/')[^1], StringComparison.Ordinal))];
}

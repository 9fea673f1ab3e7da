using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

/// <summary>A dossier with a doctor, her emergency, and two officers.</summary>
internal sealed class ReviewRig : IAsyncDisposable
{
    public const string Words = "Past bij de dienst van die avond";

    private ReviewRig(TestDossier dossier) => Dossier = dossier;

    public static Visit Doctor { get; } = TestDossier.Visit("07654321");

    public static StaffVisit Esra { get; } = TestStaff.Visit("900032003", "Esra Wacht", AccountFunction.SecurityOfficer);

    public static StaffVisit Rob { get; } = TestStaff.Visit("900032004", "Rob Oosterveld", AccountFunction.SecurityOfficer);

    public TestDossier Dossier { get; }

    public CaseDesk Desk => Dossier.Get<CaseDesk>();

    public ReviewCases Cases => Dossier.Get<ReviewCases>();

    public IEnumerable<AuditRecord> Records(AuditEventType type) => Dossier.Records.Where(record => record.Event == type);

    public static async Task<ReviewRig> StartAsync()
    {
        var rig = new ReviewRig(await TestDossier.StartAsync());
        await rig.Dossier.Get<AccountOffice>().AddAsync(
            new() { UziNumber = Doctor.Provider.UziNumber, Name = Doctor.Provider.Name, Role = CareRole.GeneralPractitioner, Agb = AgbCode.TryRead(Some.Agb) }, TestStaff.Noor);
        return rig;
    }

    /// <summary>Opens an emergency and the case that goes with it.</summary>
    public async Task<ReviewCase> EmergencyAsync(string patient = "p1")
    {
        await OpenEmergencyAsync(patient);
        await Dossier.Get<EmergencyReviews>().BringAsync(default);
        return (await Cases.QueueAsync(Esra, CaseScope.Open, null, default)).Cases.MaxBy(one => one.LookTime)!;
    }

    public Task<EmergencyCase> OpenEmergencyAsync(string patient = "p1") => Dossier.Get<EmergencyDesk>().OpenAsync(
        Doctor, new(patient, "999900018", new(EmergencyReason.Acute, "Patiënt verward binnengebracht", false), [], false));

    /// <summary>Records a search of this doctor about a patient, and says where it stands.</summary>
    public async Task<StoredAuditRecord> LookAsync(string patient, string? uzi = null)
    {
        var actor = Doctor.Actor with { UziNumber = uzi ?? Doctor.Provider.UziNumber };
        var receipt = await Dossier.Get<AuditTrail>().AppendAsync(
            Doctor.Acting(AuditEventType.OwnPatientSearched, AuditOutcome.Success, Dossier.Clock.GetUtcNow()) with { Actor = actor, Patients = [new(patient, "999900018")] }, default);
        return AuditReader.Find(AuditStorage.InFolder(Dossier.TrailFolder), receipt.Node, receipt.Sequence)!;
    }

    public Task<CaseOutcome> ActAsync(ReviewCase one, CaseStep step, StaffVisit? by = null, string? words = Words)
    {
        CaseVerdict? verdict = step switch
        {
            CaseStep.Close => CaseVerdict.Lawful,
            CaseStep.ProposeBreach or CaseStep.AgreeBreach => CaseVerdict.Breach,
            _ => null,
        };
        return Desk.ActAsync(one.Id, new(step, words, verdict, CaseRules.Judges(step) ? 7 : null), by ?? Esra);
    }

    /// <summary>The case as the register has it now.</summary>
    public async Task<ReviewCase> NowAsync(ReviewCase one)
    {
        await using var connection = await Dossier.Get<ZorgverlenersPortaal.Dossier.Storage.Database>().OpenAsync(default);
        return (await CaseTable.FindAsync(connection, null, one.Id))!;
    }

    public ValueTask DisposeAsync() => Dossier.DisposeAsync();
}

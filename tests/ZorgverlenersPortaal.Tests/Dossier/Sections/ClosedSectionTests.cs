using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>A cell of the role matrix, through the grant to the section: a closed part says so, and breaks nothing beside it.</summary>
public sealed class ClosedSectionTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public static TheoryData<DossierCategory> Parts => [.. Enum.GetValues<DossierCategory>()
        .Except([DossierCategory.Banner, DossierCategory.TreatmentDirectives, DossierCategory.Allergies])];

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Condition(), Some.Document(), Some.Allergy(), Some.Encounter());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Show_PartThatTheMatrixCloses_SaysSoAndTheOthersStay(DossierCategory closed)
    {
        var office = _dossier.Get<RoleMatrixOffice>();
        var today = DutchDay.Of(_dossier.Clock);
        var cell = new RoleMatrixCell(CareRole.GeneralPractitioner, AccessBasis.OwnPatient, closed);
        Assert.Equal(RoleMatrixOutcome.Done, await office.ProposeAsync(new(1, [.. RoleMatrixCell.All.Where(c => c != cell)], today, "besluit 2026-15"), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.Done, await office.ApproveAsync(2, TestStaff.Joris));
        var grant = await _dossier.GrantAsync();
        var reading = _dossier.Reader.Start(grant, default);
        await _dossier.Reader.OpenAsync(reading);
        var moments = _dossier.Reader.StartCareMoments(grant, default);

        (DossierCategory, EpdFailure?)[] shown =
        [
            await OfAsync(reading.Admission), await OfAsync(reading.Directives), await OfAsync(reading.Diagnoses), await OfAsync(reading.Allergies), await OfAsync(reading.Letters),
            await OfAsync(moments.Appointments), await OfAsync(_dossier.Reader.ReadResults(grant, default)), await OfAsync(_dossier.Reader.ReadMedication(grant, default)),
            await OfAsync(_dossier.Reader.ReadAlerts(grant, default)), await OfAsync(_dossier.Reader.ReadTeam(grant, default)), await OfAsync(_dossier.Reader.StartConclusions(grant, default)),
        ];

        Assert.DoesNotContain(closed, grant.Categories);
        Assert.Equal([(closed, EpdFailure.ClosedToRole)], shown.Where(section => section.Item2 == EpdFailure.ClosedToRole));
        var record = Assert.Single(_dossier.Records, r => r.Event == AuditEventType.SectionFailed && r.Category == closed.ToString());
        Assert.Equal((nameof(EpdFailure.ClosedToRole), 0), (record.Detail, record.Resources.Count));
    }

    private static async Task<(DossierCategory, EpdFailure?)> OfAsync<T>(PendingSection<T> pending) where T : class
    {
        var section = await pending.ShowAsync();
        return (section.Category, section.Failure);
    }
}

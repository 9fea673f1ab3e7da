using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>
/// Every cell of the role matrix that can come up, open and closed, through the real decision to the real section: what the grant
/// holds and what each section says is what the matrix says of this role on this basis, and of no other.
/// </summary>
public sealed class MatrixCellTests
{
    public static TheoryData<CareRole, AccessBasis, bool> Halves
    {
        get
        {
            var data = new TheoryData<CareRole, AccessBasis, bool>();
            foreach (var (role, basis) in MatrixBasis.All)
            {
                data.Add(role, basis, true);
                data.Add(role, basis, false);
            }
            return data;
        }
    }

    /// <summary>Half of the parts closed, in the other test the other half: each cell is seen both ways, amid neighbours of both kinds.</summary>
    [Theory]
    [MemberData(nameof(Halves))]
    public async Task R1_Cell_OfThisRoleAndBasis_DecidesWhatTheGrantHoldsAndEachSectionSays(CareRole role, AccessBasis basis, bool isEven)
    {
        await using var dossier = await MatrixBasis.StartAsync(basis);
        var closed = RoleMatrixCell.All.Where(cell => cell.Role == role && cell.Basis == basis && !cell.IsAlwaysWithBasis && (int)cell.Section % 2 == (isEven ? 0 : 1)).ToHashSet();
        await ChangeAsync(dossier, closed);

        var access = await dossier.Access.OpenAsync(await MatrixBasis.VisitAsync(dossier, role, basis), "p1", default);

        Assert.Equal(basis, access.Decision.Ruling.Basis);
        var shut = closed.Select(cell => cell.Section).Order().ToList();
        Assert.Equal(shut, Enum.GetValues<DossierCategory>().Except(access.Grant!.Categories).Order());
        Assert.Equal(shut, (await SectionsAsync(dossier, access.Grant)).Where(section => section.Failure == EpdFailure.ClosedToRole).Select(section => section.Category).Order());
    }

    /// <summary>Closed to all others it opens to this one; closed to this one alone it is refused whole.</summary>
    [Theory]
    [MemberData(nameof(Halves))]
    public async Task R1_Cells_OfThisRoleAndBasisAlone_OpenOrCloseTheRecord(CareRole role, AccessBasis basis, bool isOnlyThisOpen)
    {
        await using var dossier = await MatrixBasis.StartAsync(basis);
        await ChangeAsync(dossier, [.. RoleMatrixCell.All.Where(cell => (cell.Role == role && cell.Basis == basis) != isOnlyThisOpen)]);

        var visit = await MatrixBasis.VisitAsync(dossier, role, basis);
        var access = await dossier.Access.OpenAsync(visit, "p1", default);

        if (isOnlyThisOpen)
        {
            Assert.Equal(Enum.GetValues<DossierCategory>(), access.Grant!.Categories.Order());
            return;
        }
        Assert.Null(access.Grant);
        Assert.Equal(AccessReason.RoleClosed, access.Decision.Reason);
    }

    private static async Task ChangeAsync(TestDossier dossier, IReadOnlyCollection<RoleMatrixCell> closed)
    {
        var office = dossier.Get<RoleMatrixOffice>();
        var today = DutchDay.Of(dossier.Clock);
        Assert.Equal(RoleMatrixOutcome.Done, await office.ProposeAsync(new(1, [.. RoleMatrixCell.All.Where(cell => !closed.Contains(cell))], today, "besluit 2026-15"), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.Done, await office.ApproveAsync(2, TestStaff.Joris));
    }

    private static async Task<IReadOnlyList<(DossierCategory Category, EpdFailure? Failure)>> SectionsAsync(TestDossier dossier, PatientGrant grant)
    {
        var reading = dossier.Reader.Start(grant, default);
        await dossier.Reader.OpenAsync(reading);
        return
        [
            await OfAsync(reading.Admission), await OfAsync(reading.Directives), await OfAsync(reading.Diagnoses), await OfAsync(reading.Allergies), await OfAsync(reading.Letters),
            await OfAsync(dossier.Reader.StartCareMoments(grant, default).Appointments), await OfAsync(dossier.Reader.ReadResults(grant, default)),
            await OfAsync(dossier.Reader.ReadMedication(grant, default)), await OfAsync(dossier.Reader.ReadAlerts(grant, default)),
            await OfAsync(dossier.Reader.ReadTeam(grant, default)), await OfAsync(dossier.Reader.StartConclusions(grant, default)),
        ];
    }

    private static async Task<(DossierCategory, EpdFailure?)> OfAsync<T>(PendingSection<T> pending) where T : class
    {
        var section = await pending.ShowAsync();
        return (section.Category, section.Failure);
    }
}

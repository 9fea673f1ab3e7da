using System.Text.Json.Nodes;
using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Architecture;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>The matrix in force: what comes with the portal, until two administrators changed it and its day has come.</summary>
public class RoleMatrixTests : IAsyncLifetime
{
    private static readonly RoleMatrixCell _results = new(CareRole.GeneralPractitioner, AccessBasis.Delegation, DossierCategory.Results);
    private TestDossier _dossier = null!;

    private RoleMatrix Matrix => _dossier.Get<RoleMatrix>();

    private RoleMatrixOffice Office => _dossier.Get<RoleMatrixOffice>();

    /// <summary>The day it is on the clock of the tests.</summary>
    private static DateOnly Today => new(2026, 3, 10);

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public void Categories_EveryCell_AreAsTheFileSays()
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository.Path("src", "ZorgverlenersPortaal.Dossier", "Access", "role-matrix.json")))!;

        Assert.All(RoleMatrixCell.All, cell => Assert.Equal(
            file[cell.Role.ToString()]![cell.Basis.ToString()]![cell.Section.ToString()]!.GetValue<string>() == "open",
            Matrix.Categories(cell.Role, cell.Basis).Contains(cell.Section)));
        Assert.Equal(RoleMatrixVersion.BuiltIn, Matrix.InForce().Number);
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(0, 99)]
    public void Categories_OfNoRoleOrBasis_AreNone(int role, int basis) => Assert.Empty(Matrix.Categories((CareRole)role, (AccessBasis)basis));

    [Fact]
    public async Task Approve_ByAnother_HoldsFromItsDayOnAndNotBefore()
    {
        Assert.Equal(RoleMatrixOutcome.Done, await Office.ProposeAsync(Without(_results, Today.AddDays(5)), TestStaff.Noor));
        Assert.True(IsOpen(_results));
        Assert.Equal(RoleMatrixOutcome.Done, await Office.ApproveAsync(2, TestStaff.Joris));
        Assert.True(IsOpen(_results));
        Assert.Equal((1, 2), (Matrix.InForce().Number, Matrix.Next()!.Number));

        _dossier.Clock.Set(new(2026, 3, 14, 22, 59, 59, TimeSpan.Zero));
        Assert.True(IsOpen(_results));
        _dossier.Clock.Set(new(2026, 3, 14, 23, 0, 0, TimeSpan.Zero));
        Assert.False(IsOpen(_results));
        Assert.Equal((2, null), (Matrix.InForce().Number, Matrix.Next()));
        Assert.Equal(RoleMatrixCell.All.Count - 1, RoleMatrixCell.All.Count(IsOpen));
    }

    [Fact]
    public async Task R8_Approve_ForToday_HoldsAtOnceOnAnotherNode()
    {
        var other = new RoleMatrix(_dossier.Get<Database>(), new FreshReads(_dossier.Get<Database>()), _dossier.Clock);
        Assert.Contains(DossierCategory.Results, other.Categories(_results.Role, _results.Basis));

        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);
        await Office.ApproveAsync(2, TestStaff.Joris);

        Assert.DoesNotContain(DossierCategory.Results, other.Categories(_results.Role, _results.Basis));
        Assert.Equal(_dossier.Clock.GetUtcNow(), other.InForce().Effective);
    }

    [Fact]
    public async Task Approve_ByTheSamePersonOrWithoutACard_IsRefused()
    {
        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);

        Assert.Equal(RoleMatrixOutcome.SameAdministrator, await Office.ApproveAsync(2, TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.SameAdministrator, await Office.ApproveAsync(2, PortalHost.Office));
        Assert.Equal(RoleMatrixOutcome.SameAdministrator, await Office.ProposeAsync(Without(_results, Today), PortalHost.Office));
        Assert.True(IsOpen(_results));
        Assert.Equal([AuditEventType.RoleMatrixProposed], _dossier.Records.Select(r => r.Event));
    }

    [Fact]
    public async Task Approve_TwiceOrNothing_ChangesNothing()
    {
        Assert.Equal(RoleMatrixOutcome.NotThere, await Office.ApproveAsync(2, TestStaff.Joris));
        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);
        await Office.ApproveAsync(2, TestStaff.Joris);

        Assert.Equal(RoleMatrixOutcome.WrongState, await Office.ApproveAsync(2, TestStaff.Joris));
        Assert.Equal(RoleMatrixOutcome.WrongState, await Office.RejectAsync(2, "toch niet", TestStaff.Joris));
        Assert.False(IsOpen(_results));
    }

    [Fact]
    public async Task Reject_WithAReason_MakesRoomForAnother()
    {
        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);
        Assert.Equal(RoleMatrixOutcome.AlreadyProposed, await Office.ProposeAsync(Without(_results, Today), TestStaff.Joris));
        Assert.Equal(RoleMatrixOutcome.ReasonMissing, await Office.RejectAsync(2, " ", TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.Done, await Office.RejectAsync(2, "vergissing", TestStaff.Noor));

        Assert.Equal(RoleMatrixOutcome.Done, await Office.ProposeAsync(Without(_results, Today), TestStaff.Joris));
        Assert.Equal([3, 2, 1], Matrix.History().Select(version => version.Number));
        Assert.Equal("vergissing", Matrix.History()[1].Note);
        Assert.True(IsOpen(_results));
    }

    [Fact]
    public async Task R7_Propose_DirectivesClosedWhereTheBasisOpens_IsRefused()
    {
        foreach (var cell in RoleMatrixCell.All.Where(cell => cell.IsAlwaysWithBasis))
        {
            Assert.Equal(RoleMatrixOutcome.DirectivesWithheld, await Office.ProposeAsync(Without(cell, Today), TestStaff.Noor));
        }
        Assert.Empty(_dossier.Records);
        var whole = RoleMatrixCell.All.Where(cell => (cell.Role, cell.Basis) != (_results.Role, _results.Basis)).ToList();
        Assert.Equal(RoleMatrixOutcome.Done, await Office.ProposeAsync(new(1, whole, Today, "waarneming niet"), TestStaff.Noor));
        await Office.ApproveAsync(2, TestStaff.Joris);
        Assert.Empty(Matrix.Categories(_results.Role, _results.Basis));
    }

    [Fact]
    public async Task Propose_OutOfDateUnchangedOrOnAWrongDay_IsRefused()
    {
        Assert.Equal(RoleMatrixOutcome.WrongState, await Office.ProposeAsync(Without(_results, Today) with { BasedOn = 2 }, TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.NothingChanged, await Office.ProposeAsync(new(1, RoleMatrixCell.All, Today, "x"), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.WrongDay, await Office.ProposeAsync(Without(_results, Today.AddDays(-1)), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.WrongDay, await Office.ProposeAsync(Without(_results, Today.AddYears(2).AddDays(1)), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.ReasonMissing, await Office.ProposeAsync(Without(_results, Today) with { Reason = "" }, TestStaff.Noor));

        await Office.ProposeAsync(Without(_results, Today.AddDays(5)), TestStaff.Noor);
        await Office.ApproveAsync(2, TestStaff.Joris);
        Assert.Equal(RoleMatrixOutcome.WrongDay, await Office.ProposeAsync(new(2, RoleMatrixCell.All, Today.AddDays(5), "terug"), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.Done, await Office.ProposeAsync(new(2, RoleMatrixCell.All, Today.AddDays(6), "terug"), TestStaff.Noor));
    }

    [Fact]
    public async Task R2_Approve_IsRecordedWithEveryCellBeforeAndAfter()
    {
        await Office.ProposeAsync(Without(_results, Today.AddDays(5)), TestStaff.Noor);
        await Office.ApproveAsync(2, TestStaff.Joris);

        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.RoleMatrixApproved, "role matrix 2", "900032002"), (record.Event, record.Detail, record.Actor!.UziNumber));
        Assert.Contains(new AuditChange(_results.ToString(), "open", "closed"), record.Changes);
        Assert.Contains(new AuditChange("status", "Proposed", "Approved"), record.Changes);
        Assert.Single(record.Changes, change => change.Field.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public async Task R2_Approve_TrailIsDown_ChangesNothing()
    {
        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => Office.ApproveAsync(2, TestStaff.Joris));
        Assert.True(IsOpen(_results));
    }

    [Theory]
    [InlineData("UPDATE role_matrix SET cells = replace(cells, '\"Allergies\":\"open\"', '\"Allergies\":\"closed\"')", "GeneralPractitioner/OwnPatient/Allergies")]
    [InlineData("UPDATE role_matrix SET cells = '{}'", "GeneralPractitioner is missing")]
    [InlineData("UPDATE role_matrix SET decider = NULL", "administrators")]
    [InlineData("UPDATE role_matrix SET effective = 'soon'", "moment")]
    public async Task Start_MatrixChangedFromOutside_IsRefusedNamingTheCell(string change, string named)
    {
        await Office.ProposeAsync(Without(_results, Today), TestStaff.Noor);
        await Office.ApproveAsync(2, TestStaff.Joris);
        await using (var connection = await _dossier.Get<Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync(change);
        }

        var start = new AccessPolicyAtStart(new RoleMatrix(_dossier.Get<Database>(), _dossier.Get<FreshReads>(), _dossier.Clock), _dossier.Get<ZorgverlenersPortaal.Dossier.Consents.BsnSeal>());

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => start.StartAsync(default));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => new RoleMatrix(_dossier.Get<Database>(), _dossier.Get<FreshReads>(), _dossier.Clock).Categories(_results.Role, _results.Basis));
    }

    [Fact]
    public async Task Propose_TwoAtOnce_OneStands_AndOfTwoApprovalsOneCounts()
    {
        var proposed = await Task.WhenAll(
            Task.Run(() => Office.ProposeAsync(Without(_results, Today), TestStaff.Noor)), Task.Run(() => Office.ProposeAsync(Without(_results, Today), TestStaff.Joris)));
        Assert.Equal([RoleMatrixOutcome.Done, RoleMatrixOutcome.AlreadyProposed], proposed.OrderBy(outcome => outcome != RoleMatrixOutcome.Done));
        Assert.True(IsOpen(_results));

        var decided = await Task.WhenAll(
            Task.Run(() => Office.ApproveAsync(2, TestStaff.Noor)), Task.Run(() => Office.ApproveAsync(2, TestStaff.Joris)));

        Assert.Single(decided, outcome => outcome == RoleMatrixOutcome.Done);
        Assert.Single(_dossier.Records, record => record.Event == AuditEventType.RoleMatrixApproved);
        Assert.False(IsOpen(_results));
    }

    private bool IsOpen(RoleMatrixCell cell) => Matrix.Categories(cell.Role, cell.Basis).Contains(cell.Section);

    private static RoleMatrixProposal Without(RoleMatrixCell closed, DateOnly day) =>
        new(1, [.. RoleMatrixCell.All.Where(cell => cell != closed)], day, "besluit 2026-14");
}

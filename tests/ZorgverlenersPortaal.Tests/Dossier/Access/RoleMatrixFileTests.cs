using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>The matrix as a file: every cell written out, none guessed, and never one that R7 forbids.</summary>
public class RoleMatrixFileTests
{
    public static TheoryData<string> Cells => [.. RoleMatrixCell.All.Select(cell => cell.ToString())];

    private static string AllOpen => RoleMatrixFile.Write(RoleMatrixCells.Make(RoleMatrixCell.All).Cells!);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Read_OneCellClosed_ClosesThatCellAlone_OrIsRefusedNamingIt(string name)
    {
        var cell = RoleMatrixCell.All.Single(one => one.ToString() == name);
        var (cells, faults) = RoleMatrixFile.Read(With(cell, "closed"));

        if (cell.IsAlwaysWithBasis)
        {
            Assert.Null(cells);
            Assert.StartsWith(name + " is closed", Assert.Single(faults), StringComparison.Ordinal);
            return;
        }
        Assert.Equal([cell], cells!.Differences(RoleMatrixCells.Make(RoleMatrixCell.All).Cells!));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Read_OneCellMissingOrMisspelled_IsRefusedNamingIt(string name)
    {
        var cell = RoleMatrixCell.All.Single(one => one.ToString() == name);
        var without = JsonNode.Parse(AllOpen)!;
        without[cell.Role.ToString()]![cell.Basis.ToString()]!.AsObject().Remove(cell.Section.ToString());

        Assert.Contains($"{name} is missing", Assert.Single(RoleMatrixFile.Read(without.ToJsonString()).Faults), StringComparison.Ordinal);
        Assert.Contains($"{name} is neither", Assert.Single(RoleMatrixFile.Read(With(cell, "Open")).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"GeneralPractitioner\":\"open\"}")]
    [InlineData("{\"GeneralPractitioner\":{},\"GeneralPractitioner\":{}}")]
    [InlineData("{\"Nurse\":{}}")]
    public void Read_AnotherThing_IsRefusedWithWords(string json)
    {
        var (cells, faults) = RoleMatrixFile.Read(json);

        Assert.Null(cells);
        Assert.All(faults, fault => Assert.NotEmpty(fault));
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void Read_ACellTwice_IsRefused() =>
        Assert.Null(RoleMatrixFile.Read(AllOpen.Replace("\"Letters\":\"open\"", "\"Letters\":\"open\",\"Letters\":\"closed\"", StringComparison.Ordinal)).Cells);

    [Fact]
    public void R7_AnyFile_NeverTakesDirectivesOrAllergiesFromABasisThatOpens()
    {
        var some = Gen.ListOf(Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false))), RoleMatrixCell.All.Count).ToArbitrary();
        Prop.ForAll(some, open =>
        {
            var json = JsonNode.Parse(AllOpen)!;
            foreach (var (cell, isOpen) in RoleMatrixCell.All.Zip(open))
            {
                json[cell.Role.ToString()]![cell.Basis.ToString()]![cell.Section.ToString()] = isOpen ? "open" : "closed";
            }
            return NeverWithheld(RoleMatrixFile.Read(json.ToJsonString()));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void R7_AnySelection_OfWholeBases_ReadsBackAsItWasWritten()
    {
        var some = Gen.ListOf(ArbMap.Default.GeneratorFor<bool>(), RoleMatrixCell.All.Count).ToArbitrary();
        Prop.ForAll(some, open =>
        {
            var chosen = RoleMatrixCell.All.Zip(open).Where(pair => pair.Second).Select(pair => pair.First).ToList();
            var whole = chosen.SelectMany(cell => Always(cell.Role, cell.Basis)).Concat(chosen);
            var cells = RoleMatrixCells.Make(whole).Cells!;
            var again = RoleMatrixFile.Read(RoleMatrixFile.Write(cells));
            return NeverWithheld(again) && again.Cells is not null && !again.Cells.Differences(cells).Any();
        }).QuickCheckThrowOnFailure();
    }

    private static bool NeverWithheld((RoleMatrixCells? Cells, IReadOnlyList<string> Faults) read) => read.Cells is null
        ? read.Faults.Count > 0
        : RoleMatrixCell.All.All(cell => read.Cells.Of(cell.Role, cell.Basis) is var open
            && (open.Count == 0 || (open.Contains(DossierCategory.Banner) && open.Contains(DossierCategory.TreatmentDirectives) && open.Contains(DossierCategory.Allergies))));

    private static IEnumerable<RoleMatrixCell> Always(CareRole role, AccessBasis basis) =>
        RoleMatrixCell.All.Where(cell => cell.Role == role && cell.Basis == basis && cell.IsAlwaysWithBasis);

    private static string With(RoleMatrixCell cell, string value)
    {
        var json = JsonNode.Parse(AllOpen)!;
        json[cell.Role.ToString()]![cell.Basis.ToString()]![cell.Section.ToString()] = value;
        return json.ToJsonString();
    }
}

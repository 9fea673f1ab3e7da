using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public class AccountImportTests : IAsyncLifetime
{
    private const string Header = "uzi,name,function,role,agb,confirmed,practice,practice_agb,big,email,phone,in_training\n";
    private const string Good = "900021219,A. Huisarts,,huisarts,01234567,ja,Praktijk Noord,01777777,19012345601,a@noord.example,078 000 20 04,nee\n";
    private TestDossier _dossier = null!;

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Run_GoodFile_AddsAndRecordsEachAccount()
    {
        var result = await RunAsync(Header + Good + "900032001,Noor Karaman,beheerder,,,,,,,,,\n");

        Assert.Equal((2, true), (result.Lines, result.IsAdded));
        Assert.Empty(result.Refused);
        Assert.Equal([AuditEventType.AccountAdded, AuditEventType.AccountAdded, AuditEventType.AccountsImported], _dossier.Records.Select(r => r.Event));
        var account = await FindAsync("900021219");
        Assert.Equal((CareRole.GeneralPractitioner, true, "01777777"), (account!.Role, account.IsConfirmedPhysician, account.PracticeAgb!.Value));
        Assert.Equal(AccountFunction.PortalAdministrator, (await FindAsync("900032001"))!.Function);
    }

    [Fact]
    public async Task Run_MoreAccountsThanTheTrailLetsWait_AddsAndRecordsAll()
    {
        // 4096 records may wait for the disk at once.
        var lines = Enumerable.Range(0, 4_500).Select(i => $"{910_000_000 + i},Dokter {i},huisarts,0107{i:0000}");
        var result = await RunAsync("uzi,name,role,agb\n" + string.Join('\n', lines));

        Assert.Empty(result.Refused);
        Assert.Equal((4_500, true), (result.Lines, result.IsAdded));
        Assert.NotNull(await FindAsync("910004499"));
    }

    [Fact]
    public async Task Run_DryRun_SaysTheSameAndAddsNothing()
    {
        var result = await RunAsync(Header + Good, isDryRun: true);

        Assert.Equal((1, false), (result.Lines, result.IsAdded));
        Assert.Empty(result.Refused);
        Assert.Null(await FindAsync("900021219"));
        Assert.Empty(_dossier.Records);
    }

    [Fact]
    public async Task Run_FaultyLines_NamesEachByLineAndAddsNone()
    {
        await _dossier.Get<AccountOffice>().AddAsync(AccountOfficeTests.Doctor("900050001", "01500001"), TestStaff.Noor);
        var result = await RunAsync("uzi;name;role;agb;in_training\n"
            + "900021219;A;huisarts;01234567;nee\n"
            + "90002121;A;huisarts;01234568;nee\n"
            + "900021221;;kno;06020101;misschien\n"
            + "\n"
            + "900021222;A;so;84001927;ja\n"
            + "900021219;B;huisarts;01234567;nee\n"
            + "900050001;C;huisarts;01500002;nee\n"
            + "900050002;C;huisarts;1500001;nee\n"
            + "900050003;\"C;huisarts;01500003;nee\n"
            + "900050004;C;huisarts;01500004\n");

        Assert.False(result.IsAdded);
        Assert.Equal(
            [
                (3, ImportRefusal.UziNumberIsCardNumber), (4, ImportRefusal.Name), (4, ImportRefusal.Agb), (4, ImportRefusal.Role), (4, ImportRefusal.Flag),
                (6, ImportRefusal.InTraining), (7, ImportRefusal.UziNumberTwice), (7, ImportRefusal.AgbTwice), (8, ImportRefusal.AlreadyThere),
                (9, ImportRefusal.AgbInUse), (10, ImportRefusal.Malformed), (11, ImportRefusal.Malformed),
            ],
            result.Refused.Select(line => (line.Line, line.Refusal)).Order());
        Assert.Equal("06020101", result.Refused.Single(line => line.Refusal == ImportRefusal.Agb).Value);
        Assert.Null(await FindAsync("900021219"));
        Assert.Single(_dossier.Records);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,agb\n")]
    [InlineData("uzi,name,bsn\n")]
    [InlineData("uzi,name,uzi\n")]
    public async Task Run_HeaderNobodyKnows_IsRefused(string header) =>
        Assert.Equal([(1, ImportRefusal.Header)], (await RunAsync(header + "900021219,A\n")).Refused.Select(line => (line.Line, line.Refusal)));

    [Fact]
    public async Task Run_NoUtf8_IsRefused()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.GetBytes(Header), 0xFF, 0xFE, 0x41]);
        var result = await _dossier.Get<AccountImport>().RunAsync(stream, false, PortalHost.Office, default);
        Assert.Equal(ImportRefusal.Malformed, Assert.Single(result.Refused).Refusal);
    }

    [Fact]
    public async Task Run_WithFourEyes_IsForTheCommandOnly()
    {
        await using var dossier = await TestDossier.StartAsync(accounts: new() { FourEyes = true }, storage: Storage);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Header + Good));
        var result = await dossier.Get<AccountImport>().RunAsync(stream, false, TestStaff.Noor, default);
        Assert.Equal(ImportRefusal.FourEyes, Assert.Single(result.Refused).Refusal);
        Assert.Empty(dossier.Records);
    }

    [Fact]
    public void Read_Anything_NeverThrowsAndNamesALineOfTheFile() => Prop.ForAll<string, string>((header, text) =>
    {
        foreach (var start in (string[])[header ?? "", Header, "uzi;name\n"])
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(start + text));
            var file = ImportFile.ReadAsync(stream, default).GetAwaiter().GetResult();
            var lines = (start + text).ReplaceLineEndings("\n").Split('\n').Length;
            Assert.All(file.Refused, line => Assert.InRange(line.Line, 1, lines));
            Assert.All(file.Refused, line => Assert.DoesNotContain(line.Value, char.IsControl));
            Assert.All(file.Rows, row => ImportRow.Read(row.Fields));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_FieldsAsWritten_ComeBack() => Prop.ForAll(
        Gen.Elements("a", "é", "\"", ",", ";", " x ", "'", "=1+1").NonEmptyListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        name =>
        {
            var quoted = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"uzi,name\n900021219,{quoted}\n"));
            var file = ImportFile.ReadAsync(stream, default).GetAwaiter().GetResult();
            Assert.Equal(name.Trim(), Assert.Single(file.Rows).Fields["name"].Trim());
        }).QuickCheckThrowOnFailure();

    private async Task<ImportResult> RunAsync(string csv, bool isDryRun = false)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await _dossier.Get<AccountImport>().RunAsync(stream, isDryRun, PortalHost.Office, default);
    }

    private Task<Account?> FindAsync(string uzi) => _dossier.Get<AccountRegister>().FindAsync(uzi, default);
}

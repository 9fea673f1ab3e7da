using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>Accounts by the command line, in the real program.</summary>
public sealed class AccountCommandTests : IDisposable
{
    private readonly string _folder = PortalHost.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Add_GoodAccount_IsThereAndRecordedOnce()
    {
        var (exit, output, errors) = await RunAsync("accounts", "add", "--uzi", "900021219", "--agb", "01056789", "--name", "Smit", "--role", "huisarts", "--practice", "Smit");
        Assert.True(exit == 0, errors);
        Assert.Contains("Added 900021219 (Smit, GeneralPractitioner, AGB 01056789).", output, StringComparison.Ordinal);
        var record = Assert.Single(Trail());
        Assert.Equal((AuditEventType.AccountAdded, "account 900021219"), (record.Event, record.Detail));

        (exit, _, errors) = await RunAsync("accounts", "add", "--uzi", "900021219", "--agb", "01056789", "--name", "Smit", "--role", "huisarts");
        Assert.Equal((1, "There is an account for UZI number 900021219 already; nothing was changed."), (exit, errors.Trim()));
        Assert.Single(Trail());

        (exit, output, _) = await RunAsync("accounts", "block", "--uzi", "900021219");
        Assert.Equal((0, "Blocked 900021219."), (exit, output.Trim()));
        Assert.Equal(2, Trail().Count);
    }

    [Fact]
    public async Task Import_DryRunThenForReal_NamesFaultsAndAddsAllOrNothing()
    {
        var file = Path.Combine(_folder, "accounts.csv");
        await File.WriteAllTextAsync(file, "uzi,name,role,agb\n900021219,Smit,huisarts,01056789\n90002122,Bakker,so,84001927\n");
        var (exit, output, errors) = await RunAsync("accounts", "import", file, "--dry-run");
        Assert.Equal((1, ""), (exit, output));
        Assert.Equal(["line 3: UziNumberIsCardNumber 90002122", "1 faults in 2 lines; nothing was added."], errors.Trim().Split('\n', StringSplitOptions.TrimEntries));

        await File.WriteAllTextAsync(file, "uzi,name,role,agb\n900021219,Smit,huisarts,01056789\n");
        (exit, output, _) = await RunAsync("accounts", "import", file, "--dry-run");
        Assert.Equal((0, "1 accounts are in order; nothing was added."), (exit, output.Trim()));
        Assert.Empty(Trail());
        (exit, output, _) = await RunAsync("accounts", "import", file);
        Assert.Equal((0, "Added 1 accounts."), (exit, output.Trim()));
        Assert.Equal([AuditEventType.AccountsImported, AuditEventType.AccountAdded], Trail().OrderByDescending(r => r.Event).Select(r => r.Event));

        (exit, output, _) = await RunAsync("accounts", "list", "--search", "smit");
        Assert.Equal(0, exit);
        Assert.StartsWith("900021219  01056789  Active", output, StringComparison.Ordinal);
        Assert.EndsWith("1 accounts.", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Staff_AsksForNoAgb()
    {
        var (exit, output, errors) = await RunAsync("accounts", "add", "--uzi", "900032001", "--name", "Karaman", "--function", "beheerder");
        Assert.True(exit == 0, errors);
        Assert.Equal("Added 900032001 (Karaman, PortalAdministrator).", output.Trim());
        (exit, output, _) = await RunAsync("accounts", "confirm", "--uzi", "900032001");
        Assert.Equal((0, "Confirmed 900032001."), (exit, output.Trim()));
    }

    [Fact]
    public async Task Block_UnknownAccount_IsRefusedAndNotRecorded()
    {
        var (exit, _, errors) = await RunAsync("accounts", "block", "--uzi", "900021219");
        Assert.Equal((1, "There is no account for UZI number 900021219."), (exit, errors.Trim()));
        Assert.Empty(Trail());
    }

    [Theory]
    [InlineData("--agb 01056789", "Missing: --uzi, --name, --role.")]
    [InlineData("--uzi 90002121 --agb 01056789 --name A --role huisarts", "--uzi '90002121' has 8 digits: that is the number printed on the card. The UZI number has 9 digits.")]
    [InlineData("--uzi 90002121x --agb 01056789 --name A --role huisarts", "--uzi '90002121x' is no UZI number: 9 digits.")]
    [InlineData("--uzi 000000000 --agb 01056789 --name A --role huisarts", "--uzi '000000000' is no UZI number: 9 digits.")]
    [InlineData("--uzi 900021219 --agb 00000000 --name A --role huisarts", "--agb '00000000' is no AGB code: 8 digits, the doctor's own, not the practice's.")]
    [InlineData("--uzi 900021219 --agb 01056789 --name A --role cardioloog", "--role 'cardioloog' is not admitted: huisarts, so or avg (or 01.015, 01.004, 01.047, 01.056).")]
    [InlineData("--uzi 900021219 --agb 01056789 --name A --role so --agb 1", "--agb is given twice.")]
    [InlineData("--uzi 900021219 --agb 01056789 --name A --role so --color red", "Unknown option: --color.")]
    [InlineData("--uzi 900021219 --agb", "'--agb' needs a value: --name value.")]
    public async Task Add_FaultyInput_SaysWhichAndChangesNothing(string words, string message)
    {
        var (exit, output, errors) = await RunAsync(["accounts", "add", .. words.Split(' ')]);
        Assert.Equal((1, message, ""), (exit, errors.Trim(), output));
        Assert.False(File.Exists(Path.Combine(_folder, "portal.db")));
    }

    [Fact]
    public async Task Add_FaultyConfiguration_NamesItOnce()
    {
        var (exit, _, errors) = await PortalProgram.RunAsync([], "accounts", "block", "--uzi", "900021219");
        Assert.Equal(1, exit);
        Assert.StartsWith("The configuration has faults:", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("help", 0)]
    [InlineData("accounts --help", 0)]
    [InlineData("nonsense", 2)]
    public async Task Help_ListsEveryCommand(string words, int exit)
    {
        var (found, output, errors) = await PortalProgram.RunAsync([], words.Split(' '));
        Assert.Equal(exit, found);
        Assert.Contains("accounts add --uzi NUMBER", output + errors, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words) =>
        PortalProgram.RunAsync(PortalHost.SettingsFor(_folder, "http://127.0.0.1:9/fhir"), words);

    private IReadOnlyList<AuditRecord> Trail()
    {
        var folder = Path.Combine(_folder, "trail");
        return Directory.Exists(folder) ? [.. AuditReader.Read(AuditStorage.InFolder(folder)).Select(stored => stored.Record)] : [];
    }
}

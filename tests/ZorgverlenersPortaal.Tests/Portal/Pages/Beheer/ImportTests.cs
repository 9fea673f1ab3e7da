using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>Importing a file of accounts: tried first, then confirmed.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class ImportTests(OfficeFixture office)
{
    private const string Path = "/beheer/accounts/importeren";

    [Fact]
    public async Task Try_AGoodFile_ChangesNothingUntilItIsConfirmed()
    {
        var tried = await office.Office.UploadAsync(
            Path, "Probeer", "uzi,name,role,agb,practice\n900066001,H. Nijland,huisarts,01066001,Nieuwkuijk\n900066002,K. Visscher,so,84066002,Oost\n");
        Assert.Equal(200, tried.Status);
        Assert.Contains("2 accounts in het bestand", tried.Part("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(404, (await office.Office.GetAsync("/beheer/accounts/900066001")).Status);

        var done = await office.Office.FillInAsync(Path, tried, "Importeer");
        Assert.Equal((303, "/beheer/accounts"), (done.Status, done.Location));
        Assert.Contains("2 accounts geïmporteerd", (await office.Office.GetAsync("/beheer/accounts")).Part("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(200, (await office.Office.GetAsync("/beheer/accounts/900066002")).Status);
        Assert.NotEmpty(office.Portal.Trail(AuditEventType.AccountsImported));
    }

    [Fact]
    public async Task Try_LinesAtFault_NamesEachAndOffersNoConfirmation()
    {
        var tried = await office.Office.UploadAsync(
            Path, "Probeer", "uzi,name,role,agb\n12345678,A,huisarts,01066101\n900066103,B,chirurg,01066103\n900021219,<i>C</i>,huisarts,01066104\n900066105,D,so,84066105\n");
        Assert.Equal(422, tried.Status);
        var rows = tried.Page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))).ToList();
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("2 Dit is een pasnummer", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("3 ", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("4 Bij dit UZI-nummer hoort al een account", rows[2], StringComparison.Ordinal);
        Assert.Null(tried.Page.QuerySelector("form[action*='handler=Importeer']"));
    }

    // What comes back from the browser is checked as if it had never been seen.
    [Fact]
    public async Task Confirm_AFileThatWasEditedInBetween_IsCheckedAgain()
    {
        var tried = await office.Office.UploadAsync(Path, "Probeer", "uzi,name,role,agb\n900066201,A,huisarts,01066201\n");
        var edited = Convert.ToBase64String("uzi,name,role,agb\n900021219,A,huisarts,01066201\n"u8);
        Assert.Equal(422, (await office.Office.FillInAsync(Path, tried, "Importeer", ("Upload", edited))).Status);
        Assert.Equal(422, (await office.Office.FillInAsync(Path, tried, "Importeer", ("Upload", "geen base64!"))).Status);
        Assert.Equal(404, (await office.Office.GetAsync("/beheer/accounts/900066201")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("uzi,name\n")]
    public async Task Try_NoAccounts_SaysSoBesideTheField(string text)
    {
        var tried = await office.Office.UploadAsync(Path, "Probeer", text);
        Assert.Equal((422, 1), (tried.Status, tried.Faults().Beside.Count));
    }

    [Fact]
    public async Task Try_TooLargeAFile_IsRefused()
    {
        var tried = await office.Office.UploadAsync(Path, "Probeer", "uzi,name\n" + new string('x', 1_000_001));
        Assert.Contains("groter dan 1 MB", tried.Faults().Beside.Single(), StringComparison.Ordinal);
    }
}

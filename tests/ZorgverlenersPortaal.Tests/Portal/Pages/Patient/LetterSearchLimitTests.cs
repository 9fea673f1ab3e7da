using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>What a hospital can set of searching in letters; a portal of its own each time.</summary>
[Collection(Alone.Name)]
public sealed class LetterSearchLimitTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("Off")]
    [InlineData("/nergens/pdftotext")]
    public async Task R7_PdfsNotSearched_SaysSoAndTheRestIsFound(string program)
    {
        var answer = await SearchAsync("brief", ("Letters:Search:PdfText", program));

        Assert.Contains("In de pdf's zelf kan nu niet worden gezocht", answer.Part("#doorzocht"), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("#brievenlijst tbody tr"));
    }

    [ServerFact("prlimit", "setpriv", "/usr/bin/pdftotext")]
    public async Task R7_TooMany_CountsWhatWasLeftOut()
    {
        var answer = await SearchAsync("bestaatvastniet", ("Letters:Search:MaximumLetters", "1"));

        Assert.Contains("niet doorzocht: te groot, te veel of te lang", answer.Part("#doorzocht"), StringComparison.Ordinal);
        Assert.Contains("1 pdf's", answer.Part("#doorzocht"), StringComparison.Ordinal);
    }

    [ServerFact("prlimit", "setpriv", "/usr/bin/pdftotext")]
    public async Task R7_TooLarge_CountsWhatWasLeftOut()
    {
        var answer = await SearchAsync("bestaatvastniet", ("Letters:Search:MaximumBytes", "100"));

        Assert.Contains("niet doorzocht: te groot, te veel of te lang", answer.Part("#doorzocht"), StringComparison.Ordinal);
    }

    private async Task<PortalAnswer> SearchAsync(string words, params (string Key, string Value)[] settings)
    {
        await using var portal = await PortalHost.StartAsync(sandbox.Epd.Address, settings);
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        var patient = (await sandbox.Epd.PatientsAsync(PortalFixture.Agb)).MaxBy(p => p.Letters.Count)!;
        var address = portal.PatientPath(patient.Id) + "/brieven";
        return await doctor.SubmitAsync(await doctor.GetAsync(address), address + "/zoeken", ("q", words), ("pdf", "ja"));
    }
}

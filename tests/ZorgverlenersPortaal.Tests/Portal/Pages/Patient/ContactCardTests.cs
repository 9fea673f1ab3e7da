using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Whom to call about a letter or a result.</summary>
[Collection(Alone.Name)]
public sealed class ContactCardTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly PortalOptions _portal = new()
    {
        ReceptionPhone = "078 000 10 00",
        Contacts =
        {
            new() { Specialty = "Cardiologie", Phone = "078 000 30 01", When = "werkdagen 8.00-17.00 uur" },
            new() { Specialty = "Gynaecologie & obstetrie", Phone = "078 000 30 02" },
        },
    };

    [Theory]
    [InlineData("cardiologie", 1)]
    [InlineData(" CARDIOLOGIE ", 1)]
    [InlineData("Cardiologie poli", 0)]
    [InlineData("Neurologie", 0)]
    [InlineData(null, 0)]
    public void Of_Specialty_HasTheNumbersOfThatOneOnly(string? specialty, int lines)
    {
        var card = ContactCard.Of(_portal, specialty);

        Assert.Equal(lines, card.Lines.Count);
        Assert.Equal("078 000 10 00", card.ReceptionPhone);
    }

    [Fact]
    public void Of_Writer_StandsBesideTheHospitalsNumberAndSaysWhereItComesFrom()
    {
        var card = ContactCard.Of(_portal, null, new("A. Ouwehand", "Cardiologie", "078 000 99 99"));

        Assert.Equal([("Cardiologie", "078 000 30 01", null), ("A. Ouwehand", "078 000 99 99", "volgens het EPD")], card.Lines.Select(line => (line.Who, line.Phone, line.Source)));
        Assert.Empty(ContactCard.Of(_portal, "Neurologie", new("B. Blom", null, null)).Lines);
    }

    [Fact]
    public async Task Pages_OfLettersAndResults_SayWhomToCallAndThatNothingIsMailed()
    {
        await using var portal = await PortalHost.StartAsync(
            sandbox.Epd.Address, ("Portal:Contacts:0:Specialty", "Klinische chemie"), ("Portal:Contacts:0:Phone", "078 000 30 09"), ("Portal:Contacts:0:When", "dag en nacht"));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        var patient = (await sandbox.Epd.PatientsAsync(PortalFixture.Agb)).First(p => p.Letters.Any(l => l.CanOpen));
        var record = portal.PatientPath(patient.Id);
        var list = await doctor.GetAsync(record + "/brieven");
        var reading = await doctor.GetAsync(list.Page.QuerySelector("#brievenlijst a.zvp-hit__link")!.GetAttribute("href")!);
        PortalAnswer[] pages = [list, await doctor.GetAsync(record + "/klinische-chemie"), await doctor.GetAsync(record + "/radiologie"), reading];

        Assert.All(pages, page => Assert.Contains("stuurt geen mail of bericht aan specialisten", page.Part("#bellen"), StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("078\u00A0000\u00A010\u00A000", page.Page.QuerySelector("#bellen")!.TextContent, StringComparison.Ordinal));
        Assert.Equal([true, true, false, false], pages.Select(page => page.Part("#bellen").Contains("dag en nacht", StringComparison.Ordinal)));
        Assert.Contains("geen nummer van een specialisme bekend", pages[2].Part("#bellen"), StringComparison.Ordinal);
        Assert.Contains("volgens het EPD", reading.Part("#bellen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_OlderThanTheCutOff_AreAnnouncedWithWhereToAsk()
    {
        await using var portal = await PortalHost.StartAsync(sandbox.Epd.Address, ("Letters:Since", "2035-01-01"), ("Letters:AskAt", "Vraag het archief."));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        var patient = (await sandbox.Epd.PatientsAsync(PortalFixture.Agb)).First(p => p.Letters.Any(l => l.CanOpen));

        var page = await doctor.GetAsync(portal.PatientPath(patient.Id) + "/brieven");

        Assert.Contains("Brieven van vóór 01-01-2035 staan niet in het portaal: het zijn er", page.Words, StringComparison.Ordinal);
        Assert.Contains("Vraag het archief.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Geen brieven gevonden", page.Words, StringComparison.Ordinal);
    }
}

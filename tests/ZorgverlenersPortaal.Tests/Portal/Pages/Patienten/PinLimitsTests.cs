using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>How many pins there may be, and how long they stay.</summary>
public sealed class PinLimitsTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    private PinBook Book => Portal.Services.GetRequiredService<PinBook>();

    protected override Task FillAsync()
    {
        Epd.Has(Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient());
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Pin_OneMoreThanTheMost_IsRefusedWithWhatToDoAndKeepsTheOthers()
    {
        for (var number = 0; number < PinBook.Most; number++)
        {
            Assert.Equal(PinOutcome.Done, await Book.SetAsync(TestCards.Huisarts.UziNumber, $"other-{number}", true));
        }

        var page = await PressAsync();

        Assert.Contains("Je hebt al 30 patiënten vastgezet. Maak er eerst een los.", page.Words, StringComparison.Ordinal);
        Assert.False(await Book.IsPinnedAsync(TestCards.Huisarts.UziNumber, "p1", default));
        Assert.Equal(PinBook.Most, (await Book.ReadAsync(TestCards.Huisarts.UziNumber, default))!.Values.Count(pin => pin.IsPinned));
    }

    [Fact]
    public async Task R8_PinOfLongAgo_IsNotShownAndGoesWithTheNextOne()
    {
        await PressAsync();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Portal.Folder, "portal.db")};Pooling=False");
        connection.Open();
        Execute("UPDATE pin SET day = '2001-01-01'");

        Assert.Empty((await Doctor.GetAsync("/patienten")).Page.QuerySelectorAll("#vastgezet tbody tr, #bekeken tbody tr"));
        await Book.SetAsync(TestCards.Huisarts.UziNumber, "another", true);
        Assert.Equal(1L, Execute("SELECT count(*) FROM pin"));

        object? Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
    }

    private async Task<PortalAnswer> PressAsync()
    {
        var page = await Doctor.GetAsync(Portal.PatientPath("p1"));
        return await Doctor.SubmitAsync(page, page.Page.QuerySelector("form[action$='handler=vast']")!.GetAttribute("action")!);
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>H077: only what looks like trying counts, whatever else is refused.</summary>
public sealed class RefusalBookTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartAsync(access: new() { RefusedLooks = 2, RefusedLooksMinutes = 5 });
        _dossier.Epd.Has(Some.Practitioner(), Some.Patient(), Some.Practitioner("gp2", "07654321"), Some.Patient("p2", "999900031", Some.Ref("Practitioner/gp2")));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("unknown handle")]
    [InlineData("unknown patient")]
    [InlineData("stranger")]
    [InlineData("unknown letter")]
    public async Task H077_WhatSomebodyMeetsWhoTries_Counts(string what)
    {
        List<bool> tooOften = [];
        for (var i = 0; i < 5; i++)
        {
            tooOften.Add(await LookAsync(what));
        }
        Assert.Equal([false, false, true, true, true], tooOften);
        Assert.Equal(["refused looks: 3", "refused looks: 5"], _dossier.Records.Where(r => r.Event == AuditEventType.TooManyRefusedLooks).Select(r => r.Detail));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("EPD down")]
    [InlineData("closed")]
    [InlineData("withdrawn")]
    [InlineData("granted")]
    public async Task H077_WhatNobodyTries_NeverCounts(string what)
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await LookAsync(what));
        }
        Assert.DoesNotContain(_dossier.Records, r => r.Event == AuditEventType.TooManyRefusedLooks);
        _dossier.Epd.Has(Some.Patient());
        Assert.False(await LookAsync("unknown handle"));
    }

    [Fact]
    public async Task H077_Count_IsForgottenAfterItsTimeAndNotBefore()
    {
        await LookAsync("stranger");
        await LookAsync("stranger");
        _dossier.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.True(await LookAsync("stranger"));
        _dossier.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await LookAsync("stranger"));
    }

    /// <summary>One look; was it one too many?</summary>
    private async Task<bool> LookAsync(string what)
    {
        var visit = TestDossier.Visit();
        switch (what)
        {
            case "unknown letter":
                return await _dossier.Access.RefuseLetterAsync((await _dossier.OpenAsync()).Grant!);
            case "list":
                await _dossier.Access.OpenListsAsync(TestDossier.Visit(agb: null), default);
                return false;
            case "withdrawn":
                await _dossier.Access.RefuseWithdrawnAsync(visit, (await _dossier.OpenAsync()).Decision);
                return false;
            case "EPD down":
                _dossier.Epd.Once("Patient/p1", ScriptedAnswer.Text("<html>"));
                break;
            case "closed":
                _dossier.Epd.Has(Some.Patient().Labelled(("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V")));
                break;
            default:
                break;
        }
        var access = await _dossier.Access.OpenAsync(visit, what switch { "unknown handle" => null, "unknown patient" => "nobody", "stranger" => "p2", _ => "p1" }, default);
        Assert.Equal(what == "granted", access.Grant is not null);
        return access.IsTooOften;
    }
}

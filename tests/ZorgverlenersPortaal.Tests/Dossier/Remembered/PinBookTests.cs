using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Remembered;

public class PinBookTests : IAsyncLifetime
{
    private const string Doctor = "900021219";
    private TestDossier _dossier = null!;

    private PinBook Pins => _dossier.Get<PinBook>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Set_MoreThanThirtyAtOnce_ThirtyStand()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, PinBook.Most + 4).Select(n => Task.Run(() => Pins.SetAsync(Doctor, $"p{n}", true))));

        Assert.Equal(4, outcomes.Count(outcome => outcome == PinOutcome.Full));
        Assert.Equal(PinBook.Most, (await Pins.ReadAsync(Doctor, default))!.Count(pin => pin.Value.IsPinned));
        Assert.Empty((await Pins.ReadAsync("900021220", default))!);
    }

    [Fact]
    public async Task Opened_ManyAtOnce_TheLastFiveStandEachWithAPlaceOfItsOwn()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Pins.OpenedAsync(Doctor, $"p{n}"))));

        var pins = (await Pins.ReadAsync(Doctor, default))!;
        Assert.Equal([4L, 5L, 6L, 7L, 8L], pins.Values.Select(pin => pin.Place).Order());
    }

    [Fact]
    public async Task KeepOnly_WhoIsHersNoMore_IsForgotten()
    {
        foreach (var patient in (string[])["p1", "p2", "p3"])
        {
            await Pins.SetAsync(Doctor, patient, true);
        }

        await _dossier.Get<SeenBook>().KeepOnlyAsync(Doctor, [Pins.Seal(Doctor, "p2")]);

        Assert.True(await Pins.IsPinnedAsync(Doctor, "p2", default));
        Assert.Single((await Pins.ReadAsync(Doctor, default))!);
    }

    [Fact]
    public async Task Seen_WhatWasShown_IsNoLongerNew()
    {
        var seen = _dossier.Get<SeenBook>();
        SeenItem one = new("a", "1");
        SeenItem two = new("b", "1");
        await seen.KeepAsync(await seen.OpenAsync(Doctor, "p1", true, default), [new("results", [one], [one], true)]);
        Assert.Equal(NewMark.New, (await seen.OpenAsync(Doctor, "p1", true, default)).Of("results", two));

        await seen.KeepAsync(await seen.OpenAsync(Doctor, "p1", true, default), [new("results", [one, two], [two], true)]);

        Assert.Equal(NewMark.None, (await seen.OpenAsync(Doctor, "p1", true, default)).Of("results", two));
        Assert.True((await seen.OpenAsync(Doctor, "p2", true, default)).IsFirst("results"));
    }
}

using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.State;

public sealed class MemoryStateTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public Task State_InMemory_DoesWhatEveryStateDoes()
    {
        var state = new MemoryState(_clock);
        return SharedStateContract.CheckAsync(state, state);
    }

    [Fact]
    public async Task Take_ValueWhoseTimeIsOver_IsNotThere()
    {
        var state = new MemoryState(_clock);
        await state.SetAsync("key", [1], TimeSpan.FromMinutes(1), default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await state.TakeAsync("key", default));
        await state.SetAsync("key", [1], TimeSpan.FromMinutes(1), default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await state.ReplaceAsync("key", [1], [2], TimeSpan.FromMinutes(1), default));
        Assert.True(await state.ReplaceAsync("key", null, [2], TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task Count_AfterItsTime_StartsAgain()
    {
        var state = new MemoryState(_clock);
        Assert.Equal(1, await state.CountAsync("tries", TimeSpan.FromMinutes(1), default));
        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(2, await state.CountAsync("tries", TimeSpan.FromMinutes(1), default));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await state.CountAsync("tries", TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task Publish_AfterTheSubscriptionEnded_IsNotHeard()
    {
        var state = new MemoryState(_clock);
        var heard = 0;
        using (state.Subscribe("ends", _ => heard++))
        {
            await state.PublishAsync("other", [], default);
            await state.PublishAsync("ends", [], default);
        }

        await state.PublishAsync("ends", [], default);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Get_BeforeItsTimeIsOver_GivesTheValueAndAfterItNothing()
    {
        var state = new MemoryState(_clock);
        await state.SetAsync("a", [1, 2], TimeSpan.FromMinutes(15), default);

        _clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Equal([1, 2], await state.GetAsync("a", default));

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await state.GetAsync("a", default));
    }

    [Fact]
    public async Task Set_Again_ReplacesValueAndTime()
    {
        var state = new MemoryState(_clock);
        await state.SetAsync("a", [1], TimeSpan.FromMinutes(1), default);
        await state.SetAsync("a", [2], TimeSpan.FromMinutes(10), default);
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal([2], await state.GetAsync("a", default));
    }

    [Fact]
    public async Task Remove_IsGoneAtOnceAndUnknownIsNoFault()
    {
        var state = new MemoryState(_clock);
        await state.SetAsync("a", [1], TimeSpan.FromMinutes(1), default);

        await state.RemoveAsync("a", default);
        await state.RemoveAsync("b", default);

        Assert.Null(await state.GetAsync("a", default));
        Assert.Null(await state.GetAsync("A", default));
    }

    [Fact]
    public async Task Set_Many_ForgetsWhatIsOver()
    {
        var state = new MemoryState(_clock);
        var over = await KeepAsync(state);
        _clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 2048; i++)
        {
            await state.SetAsync("k" + i, [1], TimeSpan.FromMinutes(1), default);
        }

        GC.Collect();

        Assert.False(over.IsAlive);
        Assert.NotNull(await state.GetAsync("k0", default));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> KeepAsync(MemoryState state)
    {
        var value = new byte[16];
        await state.SetAsync("old", value, TimeSpan.FromMinutes(1), default);
        return new(value);
    }
}

using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Tests.Dossier.State;

/// <summary>What every shared state must do; each step tried on the state that it is given.</summary>
internal static class SharedStateContract
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    public static async Task CheckAsync(ISharedState one, ISharedState other)
    {
        await KeepsAndForgetsAsync(one, other);
        await ReplacesOnlyWhatIsStillThereAsync(one, other);
        await GivesToOneOnlyAsync(one, other);
        await CountsAsync(one, other);
        await TellsAsync(one, other);
    }

    private static async Task KeepsAndForgetsAsync(ISharedState one, ISharedState other)
    {
        Assert.Null(await one.GetAsync("kept", default));
        await one.SetAsync("kept", [0, 255, 13, 10], _hour, default);
        Assert.Equal([0, 255, 13, 10], await other.GetAsync("kept", default));
        await other.SetAsync("kept", [], _hour, default);
        Assert.Empty((await one.GetAsync("kept", default))!);
        await other.RemoveAsync("kept", default);
        Assert.Null(await one.GetAsync("kept", default));
        await one.RemoveAsync("kept", default);
    }

    private static async Task ReplacesOnlyWhatIsStillThereAsync(ISharedState one, ISharedState other)
    {
        Assert.False(await one.ReplaceAsync("ring", [1], [2], _hour, default));
        Assert.True(await one.ReplaceAsync("ring", null, [1], _hour, default));
        Assert.False(await other.ReplaceAsync("ring", null, [9], _hour, default));
        Assert.False(await other.ReplaceAsync("ring", [], [9], _hour, default));
        Assert.True(await other.ReplaceAsync("ring", [1], [2, 0, 3], _hour, default));
        Assert.Equal([2, 0, 3], await one.GetAsync("ring", default));
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? one : other).ReplaceAsync("ring", [2, 0, 3], [(byte)(10 + i)], _hour, default)));
        Assert.Single(attempts, true);
    }

    private static async Task GivesToOneOnlyAsync(ISharedState one, ISharedState other)
    {
        await one.SetAsync("code", [7], _hour, default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).TakeAsync("code", default)));
        Assert.Equal([7], Assert.Single(taken, t => t is not null));
        Assert.Null(await other.TakeAsync("code", default));
    }

    private static async Task CountsAsync(ISharedState one, ISharedState other)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).CountAsync("tries", _hour, default)));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), counts.Order());
        await one.RemoveAsync("tries", default);
        Assert.Equal(1, await other.CountAsync("tries", _hour, default));
    }

    private static async Task TellsAsync(ISharedState one, ISharedState other)
    {
        var heard = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (one.Subscribe("ends", message => heard.TrySetResult(message)))
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (!heard.Task.IsCompleted)
            {
                limit.Token.ThrowIfCancellationRequested();
                await other.PublishAsync("ends", [4, 0, 2], default);
                await Task.Yield();
            }

            Assert.Equal([4, 0, 2], await heard.Task);
        }
    }
}

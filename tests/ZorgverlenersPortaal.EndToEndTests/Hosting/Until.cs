namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>Waiting for something that another program does: asks again until it holds, and fails with what was waited for.</summary>
internal static class Until
{
    /// <summary>Generous: a busy machine is slow, a broken program is never ready.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until the answer is not null; throws <see cref="TimeoutException"/>.</summary>
    public static async Task<T> FoundAsync<T>(Func<Task<T?>> ask, string what) where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(_between);
        do
        {
            if (await ask() is { } found)
            {
                return found;
            }
        }
        while (TimeProvider.System.GetElapsedTime(started) < Patience && await timer.WaitForNextTickAsync());
        throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain for {what}.");
    }

    /// <summary>Asks until it holds; throws <see cref="TimeoutException"/>.</summary>
    public static Task HoldsAsync(Func<bool> ask, string what) => FoundAsync(() => Task.FromResult(ask() ? what : null), what);
}

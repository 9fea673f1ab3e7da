using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>
/// R8, generated: several tabs read a patient and her letter in any order while the right to it is taken away. Once the call that
/// takes it away has answered, nothing that is asked for is shown. What was shown before has its record (AnsweredLooks).
/// </summary>
public sealed class RevokedReadTests : IAsyncLifetime
{
    private const int Rounds = 6;
    private const int LooksAfter = 3;
    private RevocationRig _rig = null!;

    public static TheoryData<string> Ends =>
        ["giver stops", "reader stops", "giver blocked", "reader blocked", "emergency stopped", "signed out elsewhere", "session ended from the list"];

    public async Task InitializeAsync() => _rig = await RevocationRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task R8_LooksAroundAnEnd_NoneThatBeginsAfterItIsShown(string how)
    {
        var refused = 0;
        foreach (var race in Races.Sample(Rounds))
        {
            refused += await RaceAsync(how, race);
        }
        Assert.True(refused >= Rounds * LooksAfter);
    }

    private static Gen<(int Tabs, int Before, int[] Order)> Races =>
        from tabs in Gen.Choose(1, 4)
        from before in Gen.Choose(0, 8)
        from order in Gen.ListOf(Gen.Choose(0, 1), 8)
        select (tabs, before, order.ToArray());

    /// <summary>One race; how many looks began after the end.</summary>
    private async Task<int> RaceAsync(string how, (int Tabs, int Before, int[] Order) race)
    {
        using var reader = await _rig.SignInReaderAsync();
        var paths = _rig.Paths();
        var (end, restore) = await GiveAsync(how, reader);
        foreach (var path in paths)
        {
            Assert.Equal(200, (await reader.GetAsync(path)).Status);
        }
        var looks = 0;
        var refused = 0;
        var isOver = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var tabs = Enumerable.Range(0, race.Tabs).Select(ReadAsync).ToList();
        try
        {
            await (race.Before == 0 ? Task.CompletedTask : Task.WhenAny(enough.Task, Task.WhenAll(tabs)));
            await end();
        }
        finally
        {
            Volatile.Write(ref isOver, 1);
            await Task.WhenAll(tabs);
        }
        await restore();
        return refused;

        async Task ReadAsync(int tab)
        {
            for (var (i, after) = (0, 0); after < LooksAfter; i++)
            {
                var beganAfter = Volatile.Read(ref isOver) == 1;
                var path = paths[race.Order[(tab + i) % race.Order.Length]];
                var status = await LookAsync(reader, path);
                if (beganAfter)
                {
                    Assert.True(status is 303 or 401 or 404, $"{how}, {race}: a look at {path.Split('/')[1]} after the end gave {status}");
                    Interlocked.Increment(ref refused);
                    after++;
                }
                if (Interlocked.Increment(ref looks) >= race.Before)
                {
                    enough.TrySetResult();
                }
            }
        }
    }

    /// <summary>The status; null when the answer was broken off.</summary>
    private static async Task<int?> LookAsync(PortalClient reader, string path)
    {
        try
        {
            return (await reader.GetAsync(path)).Status;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Gives the reader a right; how it ends, and what makes the next race possible.</summary>
    private async Task<(Func<Task> End, Func<Task> Restore)> GiveAsync(string how, PortalClient reader)
    {
        if (how == "emergency stopped")
        {
            return (await _rig.EmergencyAsync(reader), () => Task.CompletedTask);
        }
        await _rig.HandOverAsync();
        var session = _rig.Session;
        // Whoever ends it is signed in, and has the page, before the race begins.
        var other = how switch
        {
            "giver stops" => await _rig.SignInGiverAsync(),
            "session ended from the list" => await _rig.SignInReaderAsync(),
            _ => new PortalClient(_rig.Portal.Address, _rig.ReaderCard) { SessionCookie = reader.SessionCookie },
        };
        Func<Task> end = how switch
        {
            "giver stops" or "reader stops" => () => RevocationRig.StopAsync(other),
            "giver blocked" => () => _rig.BlockAsync(TestCards.Huisarts),
            "reader blocked" => () => _rig.BlockAsync(TestCards.Huisarts2),
            "signed out elsewhere" => async () => Assert.Equal(303, (await other.SignOutAsync()).Status),
            "session ended from the list" => async () =>
                Assert.Equal("/sessies", (await other.SubmitAsync(await other.GetAsync("/sessies"), "/sessies/einde", ("sessie", session))).Location),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Not a way to end a right."),
        };
        return (end, RestoreAsync);

        async Task RestoreAsync()
        {
            other.Dispose();
            if (how.EndsWith(" blocked", StringComparison.Ordinal))
            {
                await _rig.UnblockAsync(how == "giver blocked" ? TestCards.Huisarts : TestCards.Huisarts2);
            }
            await _rig.TakeBackAsync();
        }
    }
}

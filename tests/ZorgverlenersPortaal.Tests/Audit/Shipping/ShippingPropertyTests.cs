using FsCheck;
using FsCheck.Fluent;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>Whatever goes wrong on the way, once it is well again every record is in the index exactly once, or was set aside for itself.</summary>
public sealed class ShippingPropertyTests
{
    private static readonly BulkFault[] _kinds = Enum.GetValues<BulkFault>();

    private static Gen<Schedule> Schedules =>
        from records in Gen.Choose(1, 25)
        from batch in Gen.Choose(1, 9)
        from faults in Gen.Elements(_kinds).ListOf()
        from restarts in Gen.Choose(0, 9).ListOf()
        from poisoned in Gen.Choose(0, 6)
        from bytes in Gen.Elements(int.MaxValue, 3000, 6000)
        select new Schedule(records, batch, [.. faults], [.. restarts], poisoned, bytes);

    [Fact]
    public void H132_RandomFaultsKillsAndPoison_AfterHealingEveryRecordIsThereExactlyOnce() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Schedules.ToArbitrary(), schedule => HoldsAsync(schedule).GetAwaiter().GetResult()));

    private static async Task<bool> HoldsAsync(Schedule schedule)
    {
        await using var rig = await ShippingRig.StartAsync(new TrailFolder(), options => options with { BatchRecords = schedule.Batch });
        await rig.Trail.Fill(schedule.Records);
        bool Poisoned(long sequence) => schedule.Poisoned > 0 && sequence % 7 == schedule.Poisoned;
        rig.Index.IsPoison = document => Poisoned(document.GetProperty("event").GetProperty("sequence").GetInt64());
        rig.Index.MaximumBytes = schedule.Bytes;
        schedule.Faults.ForEach(rig.Index.Faults.Enqueue);
        foreach (var rounds in schedule.Restarts)
        {
            for (var i = 0; i < rounds; i++)
            {
                await rig.Shipper.ShipAsync(default);
            }

            rig.Restart();
        }

        rig.Index.Faults.Clear();
        await rig.UntilSentAsync();
        var all = Enumerable.Range(1, schedule.Records).Select(i => (long)i).ToList();
        Assert.Equal(all.Where(sequence => !Poisoned(sequence)), rig.Index.Sequences);
        Assert.Equal(all.Count(Poisoned), rig.Shipper.Health.Parked);
        Assert.Empty(rig.Index.Violations);
        return true;
    }

    private sealed record Schedule(int Records, int Batch, List<BulkFault> Faults, List<int> Restarts, int Poisoned, int Bytes);
}

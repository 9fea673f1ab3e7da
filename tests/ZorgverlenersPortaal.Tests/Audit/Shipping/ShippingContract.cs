using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>What sending to Elasticsearch does wherever the trail is kept.</summary>
public abstract class ShippingContract
{
    protected abstract TrailRig NewTrail();

    [Fact]
    public async Task Ship_RecordsInTheTrail_AreInTheIndexOnceAndInOrder()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail(), options => options with { BatchRecords = 7 });
        await rig.Trail.Fill(20);

        await rig.UntilSentAsync();

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), rig.Index.Sequences);
        Assert.Equal([7, 7, 6], rig.Index.Sizes);
        Assert.Empty(rig.Index.Violations);
        Assert.Equal(["zvp-audit-2026.03.01"], rig.Index.Indices);
        Assert.Equal((20L, 0L, null), (rig.Shipper.Health.Sent, rig.Shipper.Health.Waiting, rig.Shipper.Health.Fault));
    }

    [Fact]
    public async Task Ship_RecordNotCommitted_IsNotSent_AndTheNextNodeHasItsOwn()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(2, rig.Trail.Options with { Node = "other" });

        await rig.UntilSentAsync();
        Assert.Empty(rig.Index.Documents);
        await rig.Trail.Fill(1);
        await rig.UntilSentAsync();

        Assert.Equal(["node-1"], rig.Index.Documents.Select(document => document.GetProperty("service").GetProperty("node").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task H133_AnswerWithErrors_OnlyTheFailedAreSentAgain()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(10);
        rig.Index.Faults.Enqueue(BulkFault.PartlyBusy);

        var first = await rig.Shipper.ShipAsync(default);

        Assert.Equal((5, ShippingFaultKind.Busy), (first.Stored, first.Fault!.Kind));
        await rig.UntilSentAsync();
        Assert.Equal([10, 5], rig.Index.Sizes);
        Assert.Equal(10, rig.Index.Documents.Count);
        Assert.Equal(10, rig.Shipper.Health.Sent);
    }

    [Fact]
    public async Task H132_DownForAnHour_NothingIsLostOrDoubleAndTheQueueIsTheTrailItself()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail(), options => options with { BatchRecords = 10 });
        await rig.Trail.Fill(15);
        rig.Index.Then = BulkFault.ResetBefore;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ShippingFaultKind.Unreachable, (await rig.Shipper.ShipAsync(default)).Fault!.Kind);
        }

        Assert.Equal((0L, 15L), (rig.Shipper.Health.Sent, rig.Shipper.Health.Waiting));
        Assert.Equal(Sample.Section(1).Time, rig.Shipper.Health.OldestWaiting);
        await rig.Trail.Fill(30);
        rig.Index.Then = BulkFault.None;
        await rig.UntilSentAsync();

        Assert.Equal(45, rig.Index.Documents.Count);
        Assert.All(rig.Index.Sizes, size => Assert.InRange(size, 1, 10));
        Assert.Null(rig.Shipper.Health.OldestWaiting);
    }

    [Fact]
    public async Task H132_PoisonedRecord_IsSetAsideWithoutItsContent_AndTheRestGoesOn()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(9);
        rig.Index.IsPoison = document => document.GetProperty("event").GetProperty("sequence").GetInt64() == 4;

        var round = await rig.Shipper.ShipAsync(default);

        Assert.Equal([new ParkedRecord(4, 400, "document_parsing_exception field source.ip")], round.Parked);
        Assert.Equal([1L, 2, 3, 5, 6, 7, 8, 9], rig.Index.Sequences);
        Assert.Equal((9L, 1L), (rig.Shipper.Health.Sent, rig.Shipper.Health.Parked));
        rig.Index.IsPoison = _ => false;
        rig.Restart();
        await rig.UntilSentAsync();
        Assert.Equal((9, 0L), (rig.Index.Documents.Count, rig.Shipper.Health.Parked));
    }

    [Fact]
    public async Task H132_EveryRecordRefused_IsNoPoisonButATemplate_AndNothingIsSetAside()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(25);
        rig.Index.IsPoison = _ => true;

        var round = await rig.Shipper.ShipAsync(default);

        Assert.Contains("index template", round.Fault!.Text, StringComparison.Ordinal);
        Assert.Equal((0L, 0L), (rig.Shipper.Health.Sent, rig.Shipper.Health.Parked));
        rig.Index.IsPoison = _ => false;
        await rig.UntilSentAsync();
        Assert.Equal(25, rig.Index.Documents.Count);
    }

    [Fact]
    public async Task H132_RequestTooLarge_IsHalvedUntilItFits_AndOneThatIsTooLargeAloneIsSetAside()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(8);
        await using (var trail = AuditTrail.Open(rig.Trail.Options, rig.Trail.Clock))
        {
            await trail.AppendAsync(Sample.List(9, 800), default);
            await trail.AppendAsync(Sample.Section(10), default);
        }

        rig.Index.MaximumBytes = 5000;
        await rig.UntilSentAsync();

        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 10], rig.Index.Sequences);
        Assert.Equal((10L, 1L), (rig.Shipper.Health.Sent, rig.Shipper.Health.Parked));
    }

    [Fact]
    public async Task H132_RecordThatCannotBeRead_IsSetAsideAndTheRestGoesOn()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(3);
        rig.Trail.Tamper(rig.Trail is TrailFolder or SegmentedFolder ? "UPDATE record SET payload = x'7b' WHERE sequence = 2" : "UPDATE audit.record SET payload = '\\x7b' WHERE sequence = 2");

        await rig.UntilSentAsync();

        Assert.Equal([1L, 3], rig.Index.Sequences);
        Assert.Equal((3L, 1L), (rig.Shipper.Health.Sent, rig.Shipper.Health.Parked));
    }

    [Theory]
    [InlineData(BulkFault.ResetAfter)]
    [InlineData(BulkFault.SilentAfter)]
    [InlineData(BulkFault.CutAfter)]
    [InlineData(BulkFault.HalfStored)]
    public async Task H132_AnswerLostAfterTheCommit_IsSentAgainAndIsThereAlready(BulkFault fault)
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(6);
        rig.Index.Faults.Enqueue(fault);

        Assert.NotNull((await rig.Shipper.ShipAsync(default)).Fault);
        var second = await rig.Shipper.ShipAsync(default);

        Assert.Equal(fault == BulkFault.HalfStored ? (3, 3) : (0, 6), (second.Stored, second.AlreadyThere));
        Assert.Equal(6, rig.Index.Documents.Count);
        Assert.Equal(6, rig.Shipper.Health.Sent);
    }

    [Fact]
    public async Task H132_KilledBetweenBulkAndCursor_GoesOnFromTheFileAndNothingIsTwice()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail(), options => options with { BatchRecords = 5 });
        await rig.Trail.Fill(12);
        await rig.Shipper.ShipAsync(default);
        // What a killed process leaves: the index has the batch, the file of the cursor does not know it.
        rig.Index.OnCommit = rig.KeepCursor;
        await rig.Shipper.ShipAsync(default);
        rig.Index.OnCommit = () => { };
        Assert.Equal(10, rig.Shipper.Health.Sent);

        rig.Restart(killed: true);
        var first = await rig.Shipper.ShipAsync(default);

        Assert.Equal((0, 5), (first.Stored, first.AlreadyThere));
        await rig.UntilSentAsync();
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), rig.Index.Sequences);
    }

    [Fact]
    public async Task Ship_CursorLost_SendsAllAgainAndNothingIsTwice()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(4);
        await rig.UntilSentAsync();
        rig.LoseCursor();

        var round = await rig.Shipper.ShipAsync(default);

        Assert.Equal((0, 4), (round.Stored, round.AlreadyThere));
        Assert.Equal(4, rig.Index.Documents.Count);
    }

    [Fact]
    public async Task Ship_TrailIsNotTheOneThatWasSent_StopsAndSaysSo()
    {
        await using var rig = await ShippingRig.StartAsync(NewTrail());
        await rig.Trail.Fill(4);
        await rig.UntilSentAsync();
        rig.Trail.Tamper(rig.Trail is TrailFolder or SegmentedFolder ? "UPDATE record SET hash = zeroblob(32) WHERE sequence = 4" : "UPDATE audit.record SET hash = payload WHERE sequence = 4");
        rig.Restart();

        var round = await rig.Shipper.ShipAsync(default);

        Assert.Equal(ShippingFaultKind.Store, round.Fault!.Kind);
        Assert.Contains("audit verify", round.Fault.Text, StringComparison.Ordinal);
    }
}

using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>The way to Elasticsearch, which is the same for both stores.</summary>
public sealed class TrailShipperTests
{
    private const string Bsn = "999990019";

    [Theory]
    [InlineData(true, "ApiKey secret-1", "ApiKey secret-2")]
    [InlineData(false, "Basic ZWw6c2VjcmV0LTE=", "Basic ZWw6c2VjcmV0LTI=")]
    public async Task Ship_Credentials_AreReadAnewForEachRequest(bool isKey, string first, string second)
    {
        using TrailFolder folder = new();
        var file = Path.Combine(folder.Root, "secret");
        File.WriteAllText(file, "secret-1\n");
        await using var rig = await ShippingRig.StartAsync(new TrailFolder(), options => isKey ? options with { ApiKeyFile = file } : options with { User = "el", PasswordFile = file });
        await rig.Trail.Fill(1);
        rig.Index.Authorization = second;

        var refused = await rig.Shipper.ShipAsync(default);
        Assert.Equal((ShippingFaultKind.Refused, true), (refused.Fault!.Kind, refused.Fault.Text.Contains("credentials", StringComparison.Ordinal)));
        File.WriteAllText(file, "secret-2");
        await rig.UntilSentAsync();

        Assert.NotEqual(first, second);
        Assert.Single(rig.Index.Documents);
        File.Delete(file);
        await rig.Trail.Fill(1);
        Assert.Contains("credentials", (await rig.Shipper.ShipAsync(default)).Fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ship_Redirect_IsNotFollowed()
    {
        await using var elsewhere = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, elsewhere.Address + "_bulk");
            return Task.CompletedTask;
        };
        await using var rig = await ShippingRig.StartAsync(new TrailFolder(), options => options with { Address = server.Address });
        await rig.Trail.Fill(1);

        Assert.Equal(ShippingFaultKind.Refused, (await rig.Shipper.ShipAsync(default)).Fault!.Kind);
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData("web", null)]
    [InlineData("foreign", "SecureConnectionError")]
    [InlineData(null, "SecureConnectionError")]
    public async Task Ship_OverTls_TrustsTheListedCaAndNoOther(string? ca, string? fault)
    {
        await using var server = await SecureEpd.StartAsync();
        using TrailFolder folder = new();
        var file = Path.Combine(folder.Root, "ca.pem");
        File.WriteAllText(file, (ca == "web" ? TestPki.Shared.WebCa : TestPki.Shared.ForeignRoot).Certificate.ExportCertificatePem());
        await using var rig = await ShippingRig.StartAsync(new TrailFolder(), options => options with { Address = new(server.Origin), TrustedCertificates = ca is null ? null : file });
        await rig.Trail.Fill(1);

        var text = (await rig.Shipper.ShipAsync(default)).Fault!.Text;

        // It is no Elasticsearch; that it answered at all is what counts.
        Assert.Contains(fault ?? "is no Elasticsearch", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R6_FaultsOfEveryKind_HoldNothingOfARecord()
    {
        await using var rig = await ShippingRig.StartAsync(new TrailFolder());
        await rig.Trail.Fill(3);
        foreach (var kind in Enum.GetValues<BulkFault>()[1..])
        {
            rig.Index.Faults.Enqueue(kind);
            var fault = (await rig.Shipper.ShipAsync(default)).Fault;

            Assert.True(fault is not null || kind == BulkFault.PartlyBusy, kind.ToString());
            Assert.DoesNotContain(Bsn, fault?.Text ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("patient-", fault?.Text ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ship_BatchOfBytes_IsNoLargerThanAsked_UnlessOneRecordIs()
    {
        await using var rig = await ShippingRig.StartAsync(new TrailFolder(), options => options with { BatchBytes = 6000 });
        await using (var trail = AuditTrail.Open(rig.Trail.Options, rig.Trail.Clock))
        {
            for (var i = 1; i <= 12; i++)
            {
                await trail.AppendAsync(i == 6 ? Sample.List(i, 2000) : Sample.Section(i), default);
            }
        }

        await rig.UntilSentAsync();

        Assert.Equal(12, rig.Index.Documents.Count);
        Assert.All(rig.Index.Bodies.Where(body => body.Count(c => c == '\n') > 2), body => Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, 6000));
    }

    [Fact]
    public async Task Ship_OtherBsnKeyThanBefore_StopsBeforeTheIndexKnowsNobodyAgain()
    {
        await using var rig = await ShippingRig.StartAsync(new TrailFolder());
        await rig.Trail.Fill(1);
        await rig.UntilSentAsync();
        File.Delete(rig.BsnKeyFile);
        BsnKey.Create(rig.BsnKeyFile);
        rig.Restart();

        var round = await rig.Shipper.ShipAsync(default);

        Assert.Contains("another BSN key", round.Fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ship_CursorFileIsNoDatabase_SaysSoAndGoesOnWhenItIsGone()
    {
        await using var rig = await ShippingRig.StartAsync(new TrailFolder());
        await rig.Trail.Fill(2);
        Directory.CreateDirectory(rig.Options.CursorFolder);
        var file = Path.Combine(rig.Options.CursorFolder, "node-1.shipping.db");
        File.WriteAllText(file, new string('x', 5000));

        Assert.Equal(ShippingFaultKind.Store, (await rig.Shipper.ShipAsync(default)).Fault!.Kind);
        File.Delete(file);
        await rig.UntilSentAsync();

        Assert.Equal(2, rig.Index.Documents.Count);
    }

    [Fact]
    public async Task Run_Faults_WaitsTwiceAsLongEachTimeUpToTheCeiling_AndRecovers()
    {
        using TrailFolder folder = new();
        await folder.Fill(1);
        await using var index = await BulkDouble.StartAsync();
        index.Then = BulkFault.Busy;
        var key = Path.Combine(folder.Root, "key");
        BsnKey.Create(key);
        WaitingClock clock = new();
        using TrailShipper shipper = new(
            new() { Storage = folder.Storage, Node = TrailRig.Node, CursorFolder = folder.Root, Address = index.Address, BsnKey = key, LongestWait = TimeSpan.FromSeconds(10) }, clock);
        using CancellationTokenSource stop = new();
        List<ShippingRound> rounds = [];
        clock.OnWait = () => index.Then = rounds.Count > 6 ? BulkFault.None : BulkFault.Busy;

        var told = new Told(round =>
        {
            rounds.Add(round);
            if (round.Stored > 0)
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shipper.RunAsync(told, stop.Token));

        Assert.Equal([1, 2, 4, 8, 10, 10], clock.Waits.Take(6).Zip([1.0, 2, 4, 8, 10, 10], (wait, most) => wait <= TimeSpan.FromSeconds(most) && wait >= TimeSpan.FromSeconds(most / 2) ? most : -1));
        Assert.Equal(1, rounds[^1].Stored);
    }

    private sealed class Told(Action<ShippingRound> told) : IProgress<ShippingRound>
    {
        public void Report(ShippingRound value) => told(value);
    }

    /// <summary>Ends every wait at once, and remembers those that are no deadline of a request.</summary>
    private sealed class WaitingClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public Action OnWait { get; set; } = () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.FromSeconds(30) || dueTime < TimeSpan.Zero)
            {
                return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            Waits.Add(dueTime);
            OnWait();
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}

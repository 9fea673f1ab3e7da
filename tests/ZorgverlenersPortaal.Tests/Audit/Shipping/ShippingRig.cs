using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>A trail, an Elasticsearch that is none, and what goes between them.</summary>
internal sealed class ShippingRig : IAsyncDisposable
{
    private readonly FakeClock _clock = new();
    private string _cursor;

    private ShippingRig(TrailRig trail, BulkDouble index)
    {
        (Trail, Index) = (trail, index);
        _cursor = Path.Combine(trail.Root, "cursor");
        BsnKeyFile = Path.Combine(trail.Root, "bsn.key");
        BsnKey.Create(BsnKeyFile);
        Options = new() { Storage = trail.Storage, Node = TrailRig.Node, CursorFolder = _cursor, Address = index.Address, BsnKey = BsnKeyFile };
        // The request in hand has its timer; a silent server is one that lets it pass.
        index.OnSilence = () => _clock.Advance(Options.Timeout);
    }

    public TrailRig Trail { get; }

    public BulkDouble Index { get; }

    public ShippingOptions Options { get; private set; }

    public string BsnKeyFile { get; }

    public TrailShipper Shipper { get; private set; } = null!;

    private string Kept => _cursor + "-kept";

    public static async Task<ShippingRig> StartAsync(TrailRig trail, Func<ShippingOptions, ShippingOptions>? change = null)
    {
        ShippingRig rig = new(trail, await BulkDouble.StartAsync());
        rig.Options = change?.Invoke(rig.Options) ?? rig.Options;
        rig.Shipper = new(rig.Options, rig._clock);
        return rig;
    }

    /// <summary>Until everything is sent or set aside; fails when it does not get there.</summary>
    public async Task UntilSentAsync()
    {
        for (var i = 0; i < 500; i++)
        {
            var round = await Shipper.ShipAsync(default);
            if (round is { Fault: null, HasMore: false } && Shipper.Health.Waiting == 0)
            {
                return;
            }
        }

        Assert.Fail($"It does not get there: {Shipper.Health}");
    }

    /// <summary>Keeps the cursor's files as they are now.</summary>
    public void KeepCursor()
    {
        Directory.CreateDirectory(Kept);
        foreach (var file in Directory.GetFiles(_cursor))
        {
            File.Copy(file, Path.Combine(Kept, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>A new process; after a kill on the files that were kept.</summary>
    public void Restart(bool killed = false)
    {
        Shipper.Dispose();
        _cursor = killed ? Kept : _cursor;
        Options = Options with { CursorFolder = _cursor };
        Shipper = new(Options, _clock);
    }

    public void LoseCursor()
    {
        Shipper.Dispose();
        Directory.Delete(_cursor, recursive: true);
        Shipper = new(Options, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        Shipper.Dispose();
        await Index.DisposeAsync();
        Trail.Dispose();
    }
}

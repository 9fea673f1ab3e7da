using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>Somewhere a trail can be kept, with a folder and a key for checkpoints; gone at the end.</summary>
public abstract class TrailRig : IDisposable
{
    public const string Node = "node-1";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("trail-");

    protected TrailRig()
    {
        Checkpoints = Path.Combine(Root, "checkpoints");
        Key = Path.Combine(Root, "checkpoint.pem");
        AuditCheckpointKey.Create(Key);
    }

    public string Root => _root.FullName;

    public abstract AuditStorage Storage { get; }

    public string Checkpoints { get; }

    public string Key { get; }

    public ManualClock Clock { get; } = new();

    public virtual AuditTrailOptions Options => new() { Storage = Storage, Node = Node, WriteTimeout = TimeSpan.FromMinutes(2) };

    public AuditTrailOptions Checkpointed => Options with { CheckpointFolder = Checkpoints, CheckpointKey = Key };

    /// <summary>A trail with records 1 to <paramref name="count"/>, closed.</summary>
    public async Task Fill(int count, AuditTrailOptions? options = null)
    {
        await using var trail = AuditTrail.Open(options ?? Options, Clock);
        for (var i = 1; i <= count; i++)
        {
            await trail.AppendAsync(Sample.Section(i), default);
        }
    }

    /// <summary>Changes what is stored as someone with every right on it could.</summary>
    public abstract void Tamper(string sql);

    public abstract long Count();

    public VerificationReport Verify() => AuditVerifier.Verify(Storage);

    public VerificationReport VerifyCheckpointed() => AuditVerifier.Verify(Storage, Checkpoints, Key);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _root.Delete(recursive: true);
}

using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A temporary folder with a trail and, if asked, checkpoints; removed at the end.</summary>
public sealed class TrailFolder : IDisposable
{
    public const string Node = "node-1";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("trail-");

    public TrailFolder(string? trail = null)
    {
        Trail = trail ?? Path.Combine(_root.FullName, "trail");
        Checkpoints = Path.Combine(_root.FullName, "checkpoints");
        Key = Path.Combine(_root.FullName, "checkpoint.pem");
        AuditCheckpointKey.Create(Key);
    }

    public string Root => _root.FullName;

    public string Trail { get; }

    public string Checkpoints { get; }

    public string Key { get; }

    public ManualClock Clock { get; } = new();

    public string Database => Path.Combine(Trail, Node + ".trail.db");

    public AuditTrailOptions Options => new() { Folder = Trail, Node = Node, WriteTimeout = TimeSpan.FromMinutes(2) };

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

    /// <summary>Changes the file as someone with the rights of the database could: the triggers go first.</summary>
    public void Tamper(string sql)
    {
        Run("""
            DROP TRIGGER IF EXISTS record_insert; DROP TRIGGER IF EXISTS record_update; DROP TRIGGER IF EXISTS record_delete;
            DROP TRIGGER IF EXISTS patient_insert; DROP TRIGGER IF EXISTS patient_update; DROP TRIGGER IF EXISTS patient_delete;
            """ + sql);
    }

    public void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public SqliteConnection Connect(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection($"Data Source={Database};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    public long Count()
    {
        using var connection = Connect(SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM record";
        return (long)command.ExecuteScalar()!;
    }

    public VerificationReport Verify() => AuditVerifier.Verify(Trail);

    public VerificationReport VerifyCheckpointed() => AuditVerifier.Verify(Trail, Checkpoints, Key);

    public void Dispose() => _root.Delete(recursive: true);
}

using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A temporary folder with a trail.</summary>
public sealed class TrailFolder : TrailRig
{
    public TrailFolder(string? trail = null) => Trail = trail ?? Path.Combine(Root, "trail");

    public string Trail { get; }

    public override AuditStorage Storage => AuditStorage.InFolder(Trail);

    public string Database => Path.Combine(Trail, Node + ".trail.db");

    /// <summary>Changes the file as someone with the rights of the database could: the triggers go first.</summary>
    public override void Tamper(string sql) => Tamper(sql, Node);

    /// <summary>The same to another node's file.</summary>
    public void Tamper(string sql, string node)
    {
        Run("""
            DROP TRIGGER IF EXISTS record_insert; DROP TRIGGER IF EXISTS record_update; DROP TRIGGER IF EXISTS record_delete;
            DROP TRIGGER IF EXISTS patient_insert; DROP TRIGGER IF EXISTS patient_update; DROP TRIGGER IF EXISTS patient_delete;
            """ + sql, node);
    }

    public void Run(string sql, string node = Node)
    {
        using var connection = Connect(node: node);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public SqliteConnection Connect(SqliteOpenMode mode = SqliteOpenMode.ReadWrite, string node = Node)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Trail, node + ".trail.db")};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    public override long Count()
    {
        using var connection = Connect(SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM record";
        return (long)command.ExecuteScalar()!;
    }
}

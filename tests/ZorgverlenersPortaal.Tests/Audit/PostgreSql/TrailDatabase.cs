using Npgsql;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

/// <summary>A database with a trail, as the portal's role sees it.</summary>
public sealed class TrailDatabase(PostgreSqlServer server) : TrailRig
{
    public string Name { get; } = server.NewDatabase();

    public override AuditStorage Storage => As("portal");

    public AuditStorage As(string user) => AuditStorage.InPostgreSql(server.ConnectionString(Name, user));

    /// <summary>As the administrator; the triggers go first.</summary>
    public override void Tamper(string sql) =>
        Run("ALTER TABLE audit.record DISABLE TRIGGER USER; ALTER TABLE audit.patient DISABLE TRIGGER USER; " + sql);

    public void Run(string sql) => server.Execute(Name, sql);

    public NpgsqlConnection Connect(string user = "postgres") => server.Open(Name, user);

    public override long Count()
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand("SELECT count(*) FROM audit.record", connection);
        return (long)command.ExecuteScalar()!;
    }
}

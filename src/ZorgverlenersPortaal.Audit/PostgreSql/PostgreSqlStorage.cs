using Npgsql;
using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Audit.Storage;
using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>The trails of all nodes in one PostgreSQL database (docs/adr/0037).</summary>
internal sealed class PostgreSqlStorage : AuditStorage
{
    private readonly NpgsqlConnectionStringBuilder _settings;

    public PostgreSqlStorage(string connectionString) : this(Parse(connectionString))
    {
    }

    private PostgreSqlStorage(NpgsqlConnectionStringBuilder settings) : base($"PostgreSQL database '{settings.Database}' on {settings.Host}:{settings.Port}") =>
        _settings = settings;

    /// <summary>True when patients' data would cross a network where others can read or answer it.</summary>
    public override bool IsOpenToTheNetwork => _settings.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA)
        && !_settings.Host!.Split(',').All(host => host is "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/'));

    /// <summary>Nothing beside the connection: its lock in the database ends with its session, and not before its last transaction.</summary>
    internal override IDisposable? Hold(string node) => null;

    internal override ITrailConnection Connect(AuditTrailOptions options, bool create)
    {
        var connection = WriterSession.Open(_settings, options);
        try
        {
            WriterRole.RequireInsert(connection);
            var weakness = WriterRole.Weakness(connection);
            return weakness is not null && options.RequireAppendOnly
                ? throw new AuditTrailRefusedException($"The trail in {Name} is not safe from the portal's own role: {weakness}. Connect as a role that only has zvp_audit_writer.")
                : new PostgreSqlConnection(options.Node, connection, this, weakness);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal override IEnumerable<string> Nodes()
    {
        using var connection = OpenToRead();
        using var command = connection.CreateCommand();
        // From one node to the next over the primary keys: there may be a hundred million rows.
        command.CommandText = """
            WITH RECURSIVE found(node) AS (
                SELECT least((SELECT min(node) FROM audit.record), (SELECT min(node) FROM audit.patient))
                UNION ALL
                SELECT least((SELECT min(node) FROM audit.record WHERE node > found.node), (SELECT min(node) FROM audit.patient WHERE node > found.node))
                FROM found WHERE found.node IS NOT NULL)
            SELECT node FROM found WHERE node IS NOT NULL
            """;
        using var row = command.ExecuteReader();
        List<string> nodes = [];
        while (row.Read())
        {
            nodes.Add(row.GetString(0));
        }

        return nodes;
    }

    internal override IEnumerable<StoredAuditRecord> Read(string node, AuditFilter filter) => RecordQuery.Read(this, node, filter);

    internal override IEnumerable<StoredAuditRecord> Read(string node, AuditSearch search) => RecordSearch.Read(this, node, search);

    internal override StoredAuditRecord? Read(string node, long sequence) => RecordQuery.Read(this, node, sequence);

    internal override IReadOnlyCollection<string> EpdIdsOf(string bsn) => RecordSearch.EpdIds(this, bsn);

    internal override IReadOnlyList<StoredPayload> ReadAfter(string node, long sequence, int records, int bytes) => RecordForward.Read(this, node, sequence, records, bytes);

    internal override long LastSequence(string node) => RecordForward.LastSequence(this, node);

    internal override ITrailRows Rows(string node) => new PostgreSqlRows(OpenToRead(), node);

    internal override string Explain(Exception fault) => PostgreSqlFault.Explain(fault, Name);

    internal override bool IsCutOff(Exception fault) => PostgreSqlFault.IsCutOff(fault);

    /// <summary>A connection that cannot write, from the pool; throws AuditTrailRefusedException when the tables are not a trail's.</summary>
    internal NpgsqlConnection OpenToRead()
    {
        try
        {
            return OpenChecked();
        }
        catch (NpgsqlException fault) when (fault is not PostgresException || fault.SqlState == PostgresErrorCodes.AdminShutdown)
        {
            // One that waited in the pool while the server was started anew.
            NpgsqlConnection.ClearAllPools();
            return OpenChecked();
        }
    }

    private NpgsqlConnection OpenChecked()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            ApplicationName = "ZorgverlenersPortaal reading the trail",
            MaxPoolSize = Math.Min(_settings.MaxPoolSize, 10),
            Options = "-c default_transaction_read_only=on",
        }.ConnectionString);
        try
        {
            connection.Open();
            TrailTables.Check(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // Its own message may repeat what is in the text.
            throw new ArgumentException("it is no connection string of PostgreSQL, such as Host=db;Database=portal;Username=portal;SSL Mode=VerifyFull", nameof(connectionString), fault);
        }

        return string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database)
            ? throw new ArgumentException("it needs Host and Database", nameof(connectionString))
            : settings;
    }
}

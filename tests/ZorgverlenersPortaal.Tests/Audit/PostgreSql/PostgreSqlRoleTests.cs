using Npgsql;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

/// <summary>What the database itself refuses, and which roles and servers the portal refuses.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlRoleTests(PostgreSqlServer server)
{
    [Theory]
    [InlineData("UPDATE audit.record SET event = 1 WHERE sequence = 2")]
    [InlineData("UPDATE audit.patient SET epd_id = 'x'")]
    [InlineData("DELETE FROM audit.record WHERE sequence = 3")]
    [InlineData("DELETE FROM audit.patient")]
    [InlineData("TRUNCATE audit.record")]
    [InlineData("DROP TABLE audit.patient")]
    [InlineData("ALTER TABLE audit.record DISABLE TRIGGER ALL")]
    [InlineData("CREATE TRIGGER x BEFORE INSERT ON audit.record FOR EACH ROW EXECUTE FUNCTION audit.refuse()")]
    [InlineData("INSERT INTO audit.record SELECT * FROM audit.record WHERE sequence = 3 ON CONFLICT (node, sequence) DO UPDATE SET event = 1")]
    [InlineData("UPDATE audit.version SET number = 9")]
    [InlineData("SET ROLE zvp_audit_owner")]
    public async Task H129_ChangeByTheWritersRole_IsRefusedByTheDatabase(string sql)
    {
        using var database = new TrailDatabase(server);
        await database.Fill(3);
        using var connection = database.Connect("portal");
        using var command = new NpgsqlCommand(sql, connection);

        var refused = Assert.Throws<PostgresException>(() => command.ExecuteNonQuery());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.True(database.Verify().IsIntact);
    }

    [Fact]
    public async Task Change_ByTheOwner_IsRefusedByTheTriggers()
    {
        using var database = new TrailDatabase(server);
        await database.Fill(3);

        foreach (var sql in (string[])["UPDATE audit.record SET event = 1", "DELETE FROM audit.patient", "TRUNCATE audit.record"])
        {
            Assert.Contains("append-only", Assert.Throws<PostgresException>(() => database.Run(sql)).MessageText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ALTER ROLE {0} SUPERUSER", "superuser")]
    [InlineData("ALTER ROLE {0} CREATEROLE", "CREATEROLE")]
    [InlineData("ALTER ROLE {0} NOINHERIT; GRANT USAGE ON SCHEMA audit TO {0}; GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA audit TO {0}; GRANT zvp_audit_owner TO {0}", "owns")]
    [InlineData("GRANT UPDATE ON audit.patient TO {0}", "UPDATE, DELETE or TRUNCATE")]
    [InlineData("GRANT UPDATE(event) ON audit.record TO {0}", "UPDATE, DELETE or TRUNCATE")]
    [InlineData("GRANT TRUNCATE ON audit.record TO PUBLIC", "UPDATE, DELETE or TRUNCATE")]
    public async Task Open_RoleThatCouldChangeTheTrail_IsToldAndInProductionRefused(string grant, string weakness)
    {
        using var database = new TrailDatabase(server);
        var role = "role_of_" + database.Name;
        database.Run($"CREATE ROLE {role} LOGIN IN ROLE zvp_audit_writer");
        var options = database.Options with { Storage = database.As(role), RequireAppendOnly = true };
        await using (var sound = AuditTrail.Open(options, database.Clock))
        {
            Assert.Null(sound.Weakness);
        }

        database.Run(grant.Replace("{0}", role, StringComparison.Ordinal));

        var refused = Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(options, database.Clock));
        Assert.Contains(weakness, refused.Message, StringComparison.Ordinal);
        await using var trail = AuditTrail.Open(options with { RequireAppendOnly = false }, database.Clock);
        Assert.Contains(weakness, trail.Weakness, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verifier", "zvp_audit_writer")]
    [InlineData("stranger", "")]
    [InlineData("nobody_at_all", "")]
    public void H125_RoleThatMayNotAdd_OpenIsRefused(string user, string mend)
    {
        using var database = new TrailDatabase(server);

        var refused = Assert.ThrowsAny<Exception>(() => AuditTrail.Open(database.Options with { Storage = database.As(user) }, database.Clock));

        Assert.IsType<AuditUnavailableException>(refused);
        Assert.Contains(mend, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE audit.patient", "ops/deploy/postgresql")]
    [InlineData("INSERT INTO audit.version VALUES(2)", "version 2")]
    [InlineData("ALTER TABLE audit.record SET UNLOGGED", "UNLOGGED")]
    public void H125_TablesOfAnotherKind_OpenIsRefused(string sql, string said)
    {
        using var database = new TrailDatabase(server);
        database.Run(sql);

        var refused = Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(database.Options, database.Clock));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ServerWithoutFsync_IsRefused()
    {
        using var database = new TrailDatabase(server);
        server.Set("fsync", "off");
        try
        {
            Assert.Contains("fsync", Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(database.Options, database.Clock)).Message, StringComparison.Ordinal);
        }
        finally
        {
            server.Set("fsync", "on");
        }
    }

    [Fact]
    public async Task R2_RoleWithSynchronousCommitOff_IsOverruled()
    {
        using var database = new TrailDatabase(server);
        database.Run($"ALTER DATABASE {database.Name} SET synchronous_commit = off");
        database.Run("""
            CREATE FUNCTION audit.probe() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF current_setting('synchronous_commit') = 'off' THEN RAISE EXCEPTION 'not durable'; END IF; RETURN NULL; END $$;
            CREATE TRIGGER probe BEFORE INSERT ON audit.record FOR EACH STATEMENT EXECUTE FUNCTION audit.probe();
            """);

        await database.Fill(1);

        Assert.Equal(1, database.Count());
    }
}

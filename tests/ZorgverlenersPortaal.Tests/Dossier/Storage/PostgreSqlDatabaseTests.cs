using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Storage;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlDatabaseTests(PostgreSqlServer server)
{
    private static int Scripts => SchemaScripts.PostgreSql.Count;

    [Fact]
    public void H144_Open_NotMigrated_IsRefusedAndSaysWhatToRun()
    {
        var storage = server.Storage(server.NewEmptyDatabase());

        var refused = Assert.Throws<StorageRefusedException>(() => new Database(storage));

        Assert.Contains("portal migrate", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new SchemaChange(0, Scripts), Database.Migrate(storage));
        Assert.Equal(new SchemaChange(Scripts, Scripts), Database.Migrate(storage));
        using var database = new Database(storage);
        using var connection = database.Open();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM account"));
    }

    [Theory]
    [InlineData("INSERT INTO portal.version VALUES (999)", "newer portal")]
    [InlineData("DELETE FROM portal.version WHERE number = (SELECT max(number) FROM portal.version)", "portal migrate")]
    [InlineData("DROP SCHEMA portal CASCADE", "0002-portal.sql")]
    public void H144_Open_AnotherSchema_IsRefused(string sql, string mend)
    {
        var name = server.NewDatabase();
        server.Execute(name, sql);

        Assert.Contains(mend, Assert.Throws<StorageRefusedException>(() => new Database(server.Storage(name))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void H144_Migrate_NewerSchema_IsRefusedAndLeftAlone()
    {
        var name = server.NewDatabase();
        server.Execute(name, "INSERT INTO portal.version VALUES (999)");

        Assert.Contains("newer", Assert.Throws<StorageRefusedException>(() => Database.Migrate(server.Storage(name))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void H144_Migrate_ScriptFailsHalfway_LeavesWholeScriptsOnlyAndGoesOnLater()
    {
        var name = server.NewEmptyDatabase();
        using var connection = new NpgsqlConnection(server.ConnectionString(name, "migrator") + ";Pooling=false;Search Path=portal");
        connection.Open();
        List<string> scripts = ["CREATE TABLE a (x TEXT)", "CREATE TABLE b (x TEXT); CREATE TABLE a (x TEXT)"];

        Assert.Throws<PostgresException>(() => PostgreSqlSchema.Migrate(connection, scripts));

        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT max(number) FROM version"));
        Assert.Null(connection.ExecuteScalar("SELECT to_regclass('b')::text"));
        scripts[1] = "CREATE TABLE b (x TEXT)";
        Assert.Equal(new SchemaChange(1, 2), PostgreSqlSchema.Migrate(connection, scripts));
    }

    [Fact]
    public async Task Migrate_ManyAtOnce_EachScriptRunsOnce()
    {
        var storage = server.Storage(server.NewEmptyDatabase());

        var changes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database.Migrate(storage))));

        Assert.All(changes, change => Assert.Equal(Scripts, change.After));
        using var database = new Database(storage);
    }

    [Fact]
    public void Migrate_AsThePortalItself_IsRefused()
    {
        var storage = server.Storage(server.NewEmptyDatabase());
        storage.MaintenanceConnectionString = "";

        Assert.Contains("MaintenanceConnectionString", Assert.Throws<StorageRefusedException>(() => Database.Migrate(storage)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE portal.x (y text)")]
    [InlineData("ALTER TABLE portal.account ADD COLUMN x text")]
    [InlineData("DROP TABLE portal.account")]
    [InlineData("TRUNCATE portal.account")]
    [InlineData("UPDATE portal.version SET number = 1")]
    [InlineData("SET ROLE zvp_portal_owner")]
    public void Portal_OwnRole_ChangesRowsOnly(string sql)
    {
        using var connection = server.Open(server.NewDatabase(), "portal");

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => connection.Execute(sql)).SqlState);
    }

    [Fact]
    public void Schema_HasTheSameColumnsAsInSqlite()
    {
        using var postgres = server.Open(server.NewDatabase());
        var folder = Directory.CreateTempSubdirectory("schema-");
        using var file = new Database(new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "portal.db")};Pooling=False" });
        using var sqlite = (SqliteConnection)file.Open();

        var there = postgres.Query<(string, string, string)>("SELECT table_name, column_name, is_nullable FROM information_schema.columns WHERE table_schema = 'portal' AND table_name <> 'version'").Order();
        var here = sqlite.Query<(string, string, string)>("""
            SELECT m.name, c.name, CASE WHEN c."notnull" = 1 OR (c.pk > 0 AND c.type = 'INTEGER') THEN 'NO' ELSE 'YES' END
            FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
            """).Order();

        Assert.Equal(here, there);
        Assert.Empty(postgres.Query<string>("SELECT column_name FROM information_schema.columns WHERE table_schema = 'portal' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Öztürk")]
    [InlineData("ÉÀÇ ñandú")]
    [InlineData("Ørsted-Łukasz ÅNGSTRÖM")]
    [InlineData("ΑΘΗΝΑ Жук")]
    public void Fold_OfAName_IsThatOfThePortal(string name)
    {
        using var connection = server.Open(server.NewDatabase());

        Assert.Equal(SearchFold.Fold(name), connection.ExecuteScalar<string>("SELECT portal.fold(@name)", new { name }));
    }

    [Fact]
    public async Task Begin_WhileAnotherWrites_WaitsAndSeesWhatItWrote()
    {
        using var database = new Database(server.Storage(server.NewDatabase()));
        await using var first = await database.OpenAsync(default);
        await using var writing = await database.BeginAsync(first, default);
        await using var second = await database.OpenAsync(default);
        var waiting = database.BeginAsync(second, default);
        await first.ExecuteAsync("INSERT INTO list_choice VALUES ('900021219', 'a', 'b')", transaction: writing);
        await using var third = await database.OpenAsync(default);
        Assert.Equal(0, await third.ExecuteScalarAsync<int>("SELECT count(*) FROM list_choice"));
        Assert.False(waiting.IsCompleted);

        await writing.CommitAsync();

        await using var after = await waiting;
        Assert.Equal(1, await second.ExecuteScalarAsync<int>("SELECT count(*) FROM list_choice", transaction: after));
    }

    [Fact]
    public async Task R8_FreshReads_WhileAnotherNodeWrites_AreNeverOlderThanWhatWasCommittedBefore()
    {
        const int Last = 200;
        var storage = server.Storage(server.NewDatabase());
        using var here = new Database(storage);
        using var fresh = new FreshReads(here);
        using var there = new Database(storage);
        using var writer = there.Open();
        writer.Execute("INSERT INTO list_choice VALUES ('900021219', '0', '')");
        var committed = 0;
        var writing = Task.Run(() =>
        {
            for (var value = 1; value <= Last; value++)
            {
                writer.Execute("UPDATE list_choice SET list_order = @value", new { value = $"{value}" });
                Volatile.Write(ref committed, value);
            }
        });
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref committed) is var before && before < Last)
            {
                Assert.InRange(int.Parse(await ReadAsync(), System.Globalization.CultureInfo.InvariantCulture), before, Last);
            }
        }));

        await Task.WhenAll(readers.Append(writing));

        Assert.Equal($"{Last}", fresh.Read("x", "", connection => connection.ExecuteScalar<string>("SELECT list_order FROM list_choice")));

        Task<string> ReadAsync() => fresh.ReadAsync("x", "", async connection => (await connection.ExecuteScalarAsync<string>("SELECT list_order FROM list_choice"))!, default);
    }

    [Fact]
    public async Task H143_FreshReads_ConnectionsDiedInThePool_ReadsOnANewOne()
    {
        var name = server.NewDatabase();
        using var database = new Database(server.Storage(name));
        using var fresh = new FreshReads(database);
        Assert.Equal(1, await fresh.ReadAsync("x", "", connection => connection.ExecuteScalarAsync<int>("SELECT 1"), default));
        server.Execute("postgres", $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");

        Assert.Equal(2, await fresh.ReadAsync("x", "", connection => connection.ExecuteScalarAsync<int>("SELECT 2"), default));
        Assert.Equal(3, fresh.Read("x", "", connection => connection.ExecuteScalar<int>("SELECT 3")));
    }

    [Fact]
    public async Task H126_FreshReads_ServerHangs_GivesUpWhileItStillDoesAndReadsAgainLater()
    {
        var storage = server.Storage(server.NewDatabase());
        storage.TimeoutSeconds = 1;
        using var database = new Database(storage);
        using var fresh = new FreshReads(database);
        server.Signal("STOP");
        try
        {
            var faults = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Assert.ThrowsAnyAsync<System.Data.Common.DbException>(ReadAsync)));
            Assert.All(faults, fault => Assert.True(StorageFault.IsBehind(fault)));
        }
        finally
        {
            server.Signal("CONT");
        }

        int? read = null;
        while (read is null)
        {
            try
            {
                read = await ReadAsync();
            }
            catch (NpgsqlException)
            {
                // It has just woken up.
            }
        }
        Assert.Equal(0, read);

        Task<int> ReadAsync() => fresh.ReadAsync("x", "", connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM account"), default);
    }

    [Fact]
    public void Open_ServerGone_SaysWhere()
    {
        var storage = server.Storage("portal");
        storage.ConnectionString = $"Host=127.0.0.1;Port={Ports.Free()};Database=portal;Username=portal;Password=geheim";

        var refused = Assert.Throws<StorageRefusedException>(() => new Database(storage));

        Assert.Contains("'portal' on 127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }
}

using Dapper;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Dossier.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("database-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Open_FolderThatIsNotThere_IsMadeWithTheSchema()
    {
        var database = new Database(Options("new/folder/portal.db"));

        await using var connection = await database.OpenAsync(default);

        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM account"));
        Assert.True(await connection.ExecuteScalarAsync<int>("PRAGMA user_version") > 0);
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task R8_Open_WritesWithFullSynchronisation()
    {
        await using var connection = await new Database(Options()).OpenAsync(default);

        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
    }

    [Fact]
    public async Task Open_SecondTime_KeepsWhatIsThere()
    {
        await using (var connection = await new Database(Options()).OpenAsync(default))
        {
            await connection.ExecuteAsync("INSERT INTO account (uzi_number, name, role, status, added, changed) VALUES ('900021219', 'x', 'y', 'z', '', '')");
        }

        await using var again = await new Database(Options()).OpenAsync(default);

        Assert.Equal(1, await again.ExecuteScalarAsync<int>("SELECT count(*) FROM account"));
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedAndLeftAlone()
    {
        await using (var connection = await new Database(Options()).OpenAsync(default))
        {
            await connection.ExecuteAsync("PRAGMA user_version = 99");
        }

        var refused = Assert.Throws<StorageRefusedException>(() => new Database(Options()));

        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer portal", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ManyAtOnce_MigrateOnce()
    {
        await Parallel.ForAsync(0, 8, async (_, cancellation) =>
        {
            await using var connection = await new Database(Options()).OpenAsync(cancellation);
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM account"));
        });
    }

    private StorageOptions Options(string file = "portal.db") => new() { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, file)}" };
}

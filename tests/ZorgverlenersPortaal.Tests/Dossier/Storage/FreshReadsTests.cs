using Dapper;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Dossier.Storage;

public sealed class FreshReadsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fresh-");
    private readonly StorageOptions _options;
    private readonly Database _database;
    private readonly FreshReads _fresh;
    private int _asked;

    public FreshReadsTests()
    {
        _options = new() { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "portal.db")}" };
        _database = new(_options);
        _fresh = new(_database);
        Write(_database, "CREATE TABLE counter (value INTEGER NOT NULL); INSERT INTO counter VALUES (0)");
    }

    public void Dispose()
    {
        _fresh.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Read_NothingChanged_AsksOnce()
    {
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, Count());

        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task Read_AboutAnother_AsksForThatOne()
    {
        Assert.Equal(0, await CountAsync("a"));
        Assert.Equal(0, await CountAsync("b"));

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task R8_Read_AfterACommitOfThisNode_GivesTheNewValue()
    {
        await CountAsync();

        Write(_database, "UPDATE counter SET value = 1");

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task R8_Read_AfterACommitOfAnotherProgram_GivesTheNewValue()
    {
        await CountAsync();

        using (var other = new SqliteConnection(_options.ConnectionString + ";Pooling=False"))
        {
            other.Open();
            other.Execute("UPDATE counter SET value = 1");
        }

        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task Read_OpenTransaction_IsNotSeenBeforeItsCommit()
    {
        await CountAsync();
        await using var connection = await _database.OpenAsync(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE counter SET value = 1", transaction: transaction);
        Assert.Equal(0, await CountAsync());

        await transaction.CommitAsync();

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Read_Fails_IsToldAndAskedAgain()
    {
        await Assert.ThrowsAsync<SqliteException>(async () => await _fresh.ReadAsync("x", "", c => c.ExecuteScalarAsync<int>("SELECT nothing"), default));

        Assert.Equal(7, await _fresh.ReadAsync("x", "", c => c.ExecuteScalarAsync<int>("SELECT 7"), default));
    }

    [Fact]
    public async Task R8_Read_WhileOthersWrite_IsNeverOlderThanWhatWasCommittedBefore()
    {
        const int Last = 400;
        var committed = 0;
        var writing = Task.Run(() =>
        {
            for (var value = 1; value <= Last; value++)
            {
                Write(_database, $"UPDATE counter SET value = {value}");
                Volatile.Write(ref committed, value);
            }
        });
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref committed) is var before && before < Last)
            {
                Assert.InRange(await CountAsync(), before, Last);
            }
        }));

        await Task.WhenAll(readers.Append(writing));

        Assert.Equal(Last, await CountAsync());
    }

    private Task<int> CountAsync(string about = "") => _fresh.ReadAsync(
        "counter",
        about,
        connection =>
        {
            Interlocked.Increment(ref _asked);
            return connection.ExecuteScalarAsync<int>("SELECT value FROM counter");
        },
        default);

    private int Count() => _fresh.Read("counter", "", connection => connection.ExecuteScalar<int>("SELECT value FROM counter"));

    private static void Write(Database database, string sql)
    {
        using var connection = database.Open();
        connection.Execute(sql);
    }
}

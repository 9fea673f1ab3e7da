using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The trail's table is called otherwise for a while; the store says "no such table", as for a damaged file.</summary>
internal sealed class BrokenTrail : IDisposable
{
    private readonly string _file;

    public BrokenTrail(string file)
    {
        _file = file;
        Run("ALTER TABLE record RENAME TO record_away");
    }

    public void Dispose() => Run("ALTER TABLE record_away RENAME TO record");

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

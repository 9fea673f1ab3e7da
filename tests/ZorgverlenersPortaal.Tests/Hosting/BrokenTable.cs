using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A table is called otherwise for a while; the store says "no such table", as for a damaged file.</summary>
internal sealed class BrokenTable : IDisposable
{
    private readonly string _file;
    private readonly string _table;

    public BrokenTable(string file, string table)
    {
        (_file, _table) = (file, table);
        Rename(table, table + "_away");
    }

    public void Dispose() => Rename(_table + "_away", _table);

    private void Rename(string from, string to)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
        command.ExecuteNonQuery();
    }
}

using System.Globalization;
using System.Text;
using Npgsql;
using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>A cursor read some rows at a time, so that two can go forward over one connection and memory stays flat.</summary>
internal sealed class PostgreSqlScan(NpgsqlConnection connection, string node, string name, string sql) : IScan
{
    private const int Rows = 500;

    private readonly List<object?[]> _rows = new(Rows);
    private int _at;
    private bool _isOpen;
    private bool _isAtEnd;

    public void Start(long after)
    {
        Stop();
        using var command = new NpgsqlCommand($"DECLARE {name} NO SCROLL CURSOR FOR {sql}", connection);
        command.Parameters.AddWithValue("node", node);
        command.Parameters.AddWithValue("after", after);
        command.ExecuteNonQuery();
        _isOpen = true;
        _isAtEnd = false;
    }

    public void Stop()
    {
        if (_isOpen)
        {
            using var command = new NpgsqlCommand("CLOSE " + name, connection);
            command.ExecuteNonQuery();
        }

        _isOpen = false;
        _isAtEnd = true;
        _rows.Clear();
        _at = -1;
    }

    public bool Next()
    {
        if (++_at >= _rows.Count && !_isAtEnd)
        {
            Fetch();
        }

        return _at < _rows.Count;
    }

    public long Number(int column) => Convert.ToInt64(_rows[_at][column], CultureInfo.InvariantCulture);

    public bool IsNull(int column) => _rows[_at][column] is null;

    public ReadOnlySpan<byte> Bytes(int column) => (byte[]?)_rows[_at][column];

    /// <summary>The cursor ends with its transaction.</summary>
    public void Dispose()
    {
        _isOpen = false;
        _rows.Clear();
    }

    private void Fetch()
    {
        _rows.Clear();
        _at = 0;
        using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"FETCH {Rows} FROM {name}"), connection);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var values = new object?[row.FieldCount];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = row.IsDBNull(i) ? null : row.GetValue(i) is string text ? Encoding.UTF8.GetBytes(text) : row.GetValue(i);
            }

            _rows.Add(values);
        }

        _isAtEnd = _rows.Count < Rows;
    }
}

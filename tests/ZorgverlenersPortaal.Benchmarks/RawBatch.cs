using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// What one connection can do at most: batches that lie ready, hashed as a chain and inserted in one statement, with nobody
/// waiting for any of them. The measure for the portal's queue (perf.md §5 row 9).
/// </summary>
internal sealed class RawBatch : IDisposable
{
    private const string Sql = """
        WITH records AS (
            INSERT INTO audit.record SELECT $1, r.* FROM unnest($2::bigint[], $3::text[], $4::integer[], $5::integer[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::bytea[]) r)
        INSERT INTO audit.patient SELECT $1, p.* FROM unnest($2::bigint[], $4::integer[], $11::text[], $6::text[]) p
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _insert;
    private readonly string _node;
    private byte[] _head = new byte[SHA256.HashSizeInBytes];
    private long _sequence;

    public RawBatch(string connectionString, string node)
    {
        _node = node;
        _connection = new(connectionString);
        _connection.Open();
        _insert = new(Sql, _connection);
        _insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
        _insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [] });
        Add<string>();
        Add<int>();
        Add<int>();
        Add<string>();
        Add<string>();
        Add<byte[]>();
        Add<byte[]>();
        Add<byte[]>();
        Add<string>();
        _insert.Prepare();
    }

    /// <summary>Records a second over this long, in batches of <paramref name="size"/>; and how long each batch took, in milliseconds.</summary>
    public (double Rate, List<double> Took) Run(TimeSpan duration, int size)
    {
        List<double> took = [];
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            var one = Stopwatch.GetTimestamp();
            Write(size);
            took.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }
        return (took.Count * size / Stopwatch.GetElapsedTime(started).TotalSeconds, took);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private void Write(int size)
    {
        var payloads = Repeat(size, i => Encoding.UTF8.GetBytes($$"""{"time":"2026-03-01T10:00:00.000Z","event":2003,"action":"R","outcome":0,"request":"0123456789abcdef0123456789ab{{(_sequence + i) % 10000:0000}}","patients":[{"id":"pat-1","bsn":"999990019"}],"resources":["Patient/pat-1/1"]}"""));
        var previous = new byte[size][];
        var hashes = new byte[size][];
        for (var i = 0; i < size; i++)
        {
            previous[i] = _head;
            hashes[i] = _head = SHA256.HashData([.. previous[i], .. Encoding.UTF8.GetBytes(_node), .. BitConverter.GetBytes(_sequence + i + 1), .. payloads[i]]);
        }
        object[] values =
        [
            Repeat(size, i => _sequence + i + 1), Repeat(size, _ => "2026-03-01T10:00:00.000Z"), Repeat(size, _ => 0), Repeat(size, _ => 0), Repeat(size, _ => "900021219"),
            Repeat(size, _ => "0123456789abcdef0123456789abcdef"), payloads, previous, hashes, Repeat(size, _ => "pat-1"),
        ];
        for (var i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i + 1].Value = values[i];
        }
        _insert.ExecuteNonQuery();
        _sequence += size;
    }

    private void Add<T>() => _insert.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [] });

    private static T[] Repeat<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}

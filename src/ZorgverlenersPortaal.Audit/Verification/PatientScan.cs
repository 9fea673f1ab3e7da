using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The patient index in the order of the records, read beside them.</summary>
internal sealed class PatientScan(SqliteConnection connection) : IDisposable
{
    private readonly Scan _scan = new(
        connection,
        "SELECT sequence, position, epd_id, bsn FROM patient WHERE sequence > ?1 ORDER BY sequence, position");

    private bool _more;

    /// <summary>The record the next row belongs to, or null at the end.</summary>
    public long? Sequence => _more ? _scan.Number(0) : null;

    public void Start(long after)
    {
        _scan.Start(after);
        _more = _scan.Next();
    }

    public void Stop()
    {
        _scan.Stop();
        _more = false;
    }

    /// <summary>True when the next row says this; then goes on. A missing BSN is null and empty is not.</summary>
    public bool Take(long sequence, int position, ReadOnlySpan<byte> epdId, bool hasBsn, ReadOnlySpan<byte> bsn)
    {
        var same = _more
            && _scan.Number(0) == sequence
            && _scan.Number(1) == position
            && _scan.Bytes(2).SequenceEqual(epdId)
            && _scan.IsNull(3) != hasBsn
            && _scan.Bytes(3).SequenceEqual(bsn);
        if (same)
        {
            _more = _scan.Next();
        }

        return same;
    }

    public void Dispose() => _scan.Dispose();
}

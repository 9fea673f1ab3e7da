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

    /// <summary>True when the next row is this one.</summary>
    public bool IsAt(long sequence, int position) =>
        _more && _scan.Number(0) == sequence && _scan.Number(1) == position;

    /// <summary>The patient's id in the next row; good until <see cref="Take"/>.</summary>
    public ReadOnlySpan<byte> EpdId => _scan.Bytes(2);

    /// <summary>True when the next row has a BSN, be it an empty one.</summary>
    public bool HasBsn => !_scan.IsNull(3);

    /// <summary>The BSN in the next row; good until <see cref="Take"/>.</summary>
    public ReadOnlySpan<byte> Bsn => _scan.Bytes(3);

    /// <summary>Goes on to the row after.</summary>
    public void Take() => _more = _scan.Next();

    public void Dispose() => _scan.Dispose();
}

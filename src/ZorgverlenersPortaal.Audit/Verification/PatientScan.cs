namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The patient index in the order of the records, read beside them.</summary>
internal sealed class PatientScan(IScan scan) : IDisposable
{
    private bool _more;

    /// <summary>The record the next row belongs to, or null at the end.</summary>
    public long? Sequence => _more ? scan.Number(0) : null;

    public void Start(long after)
    {
        scan.Start(after);
        _more = scan.Next();
    }

    public void Stop()
    {
        scan.Stop();
        _more = false;
    }

    /// <summary>True when the next row is this one.</summary>
    public bool IsAt(long sequence, int position) =>
        _more && scan.Number(0) == sequence && scan.Number(1) == position;

    /// <summary>The patient's id in the next row; good until <see cref="Take"/>.</summary>
    public ReadOnlySpan<byte> EpdId => scan.Bytes(2);

    /// <summary>True when the next row has a BSN, be it an empty one.</summary>
    public bool HasBsn => !scan.IsNull(3);

    /// <summary>The BSN in the next row; good until <see cref="Take"/>.</summary>
    public ReadOnlySpan<byte> Bsn => scan.Bytes(3);

    /// <summary>Goes on to the row after.</summary>
    public void Take() => _more = scan.Next();

    public void Dispose() => scan.Dispose();
}

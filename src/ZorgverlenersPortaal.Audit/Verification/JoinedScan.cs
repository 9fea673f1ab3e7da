namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>Forward passes one after the other, at most <paramref name="window"/> rows of all together; each part stops by itself at that many.</summary>
internal sealed class JoinedScan(IReadOnlyList<IScan> parts, long window) : IScan
{
    private int _at;
    private long _after;
    private long _passed;

    public void Start(long after)
    {
        Stop();
        (_at, _after, _passed) = (0, after, 0);
        if (parts.Count > 0)
        {
            parts[0].Start(after);
        }
    }

    public void Stop()
    {
        foreach (var part in parts)
        {
            part.Stop();
        }
    }

    public bool Next()
    {
        // A part that reached the window may have more; the next would then leave a gap.
        for (; _at < parts.Count && _passed < window; Begin())
        {
            if (parts[_at].Next())
            {
                _passed++;
                return true;
            }
        }

        return false;
    }

    public long Number(int column) => parts[_at].Number(column);

    public bool IsNull(int column) => parts[_at].IsNull(column);

    public ReadOnlySpan<byte> Bytes(int column) => parts[_at].Bytes(column);

    public void Dispose()
    {
        foreach (var part in parts)
        {
            part.Dispose();
        }
    }

    private void Begin()
    {
        _at++;
        if (_at < parts.Count)
        {
            parts[_at].Start(_after);
        }
    }
}

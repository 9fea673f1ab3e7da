namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>A forward pass over rows after a sequence.</summary>
internal interface IScan : IDisposable
{
    /// <summary>Begins anew after this sequence.</summary>
    void Start(long after);

    /// <summary>Lets go of the rows, so that the read transaction can end.</summary>
    void Stop();

    /// <summary>Goes to the next row; false when there is none.</summary>
    bool Next();

    long Number(int column);

    bool IsNull(int column);

    /// <summary>The bytes of a blob or the UTF-8 of a text, empty for null; good until the next row.</summary>
    ReadOnlySpan<byte> Bytes(int column);
}

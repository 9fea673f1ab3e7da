namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>A connection on which the other side says one thing, listens, and says nothing more.</summary>
internal sealed class OneMessageStream(byte[] message) : Stream
{
    private readonly MemoryStream _message = new(message, writable: false);
    private readonly MemoryStream _answer = new();

    /// <summary>Everything written so far.</summary>
    public ReadOnlyMemory<byte> Answer => _answer.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => _message.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => _answer.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _message.Dispose();
            _answer.Dispose();
        }
        base.Dispose(disposing);
    }
}

using System.Net;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>A body whose first bytes were looked at and are sent first: a PDF begins with <c>%PDF-</c> (H110).</summary>
internal sealed class PdfContent : HttpContent
{
    private readonly byte[] _start;
    private readonly Stream _rest;

    private PdfContent(byte[] start, Stream rest, long? length)
    {
        _start = start;
        _rest = rest;
        Headers.ContentLength = length;
    }

    /// <summary>The content with its start put back, or null when it is no PDF.</summary>
    public static async Task<PdfContent?> SniffAsync(HttpContent content, CancellationToken cancellation)
    {
        var rest = await content.ReadAsStreamAsync(cancellation);
        var start = new byte["%PDF-"u8.Length];
        var read = await rest.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return IsPdf(start.AsSpan(0, read)) ? new(start, rest, content.Headers.ContentLength) : null;
    }

    /// <summary>Do these bytes begin as a PDF?</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_start);
        await _rest.CopyToAsync(stream);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PrefixedStream(_start, _rest));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }
        base.Dispose(disposing);
    }
}

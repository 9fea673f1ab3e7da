namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Reads a small JSON answer that is no FHIR.</summary>
internal static class SmallAnswer
{
    /// <summary>Many times a real answer.</summary>
    private const int Longest = 64 * 1024;

    /// <summary>The body; throws <see cref="EpdException"/> when it is longer than 64 kB.</summary>
    public static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var body = await content.ReadAsStreamAsync(cancellation);
        // One byte more than allowed tells that there is more.
        var read = new byte[Longest + 1];
        var length = await body.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellation);
        return length <= Longest ? read[..length] : throw new EpdException(EpdFailure.TooLarge, $"An answer about access was longer than {Longest} bytes.");
    }
}

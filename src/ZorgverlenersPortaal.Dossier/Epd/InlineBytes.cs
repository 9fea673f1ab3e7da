using System.Buffers;
using System.Buffers.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Bytes that stand in base64 inside a resource.</summary>
internal static class InlineBytes
{
    /// <summary>The bytes; null when it is no base64. <paramref name="utf8"/> is what the resource was read from.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> utf8, InlineContent content)
    {
        var text = utf8.Slice(content.Start, content.Length);
        if (content.HasEscapes && !TryUnescape(text, out text))
        {
            return null;
        }
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }

    /// <summary>JSON may write a slash as <c>\/</c>; any other escape is nothing that base64 has.</summary>
    private static bool TryUnescape(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> plain)
    {
        var kept = new byte[text.Length];
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == (byte)'\\' && (++at == text.Length || text[at] != (byte)'/'))
            {
                plain = [];
                return false;
            }
            kept[count++] = text[at];
        }
        plain = kept.AsSpan(0, count);
        return true;
    }
}

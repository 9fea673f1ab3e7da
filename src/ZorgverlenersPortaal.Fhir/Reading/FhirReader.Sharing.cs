using System.Buffers.Binary;
using System.Text;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// What repeats in one answer is made once: strings by their bytes, parts by the strings they are made of.
/// </summary>
internal ref partial struct FhirReader
{
    private const int LongestShared = 64;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>
    /// The slot for a part of this kind that goes by this word (and code system: "active" stands in many); the caller
    /// looks whether it holds exactly that part,
    /// and puts its own there if not.
    /// </summary>
    public readonly ref object? SharedPart(SharedKind kind, string? word, string? system = null)
    {
        var hash = (ulong)kind + ((ulong)(system?.Length ?? 0) << 8);
        if (word is not null)
        {
            var ends = ((ulong)word[0] << 48) | ((ulong)word[word.Length / 2] << 32)
                | ((ulong)word[Math.Max(0, word.Length - 2)] << 16) | word[^1];
            hash += (uint)word.Length * Mixer;
            hash ^= ends * Mixer;
        }
        return ref _parts[(int)((hash * Mixer) >> 55)];
    }

    /// <summary>The text of a string token without escapes, or null when it is not UTF-8.</summary>
    public readonly string? SharedText(ReadOnlySpan<byte> text)
    {
        ref var slot = ref _strings[SlotOf(text)];
        if (slot is not null && Ascii.Equals(text, slot))
        {
            return slot;
        }
        return JsonText.IsSound(text, isEscaped: false) ? slot = Encoding.UTF8.GetString(text) : null;
    }

    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
        {
            hash = ((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Mixer)
                ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var unit in text)
            {
                hash = (hash << 8) ^ unit;
            }
        }
        return (int)((hash * Mixer) >> 54);
    }
}

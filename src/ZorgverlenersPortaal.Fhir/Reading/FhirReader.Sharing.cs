using System.Buffers.Binary;
using System.Text;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// What repeats in one answer is made once: strings and whole parts, by their bytes.
/// </summary>
internal ref partial struct FhirReader
{
    private const int LongestShared = 64;
    private const int ShortestShared = 16;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>
    /// Reads the object the reader stands on, or gives what the same bytes gave before: they are compared, not trusted
    /// to a hash. What held any fault is never given again, for a fault may count in one property and not in another.
    /// </summary>
    public T? Shared<T>(ElementReader<T> read)
        where T : class
    {
        if (!BeginObject())
        {
            return null;
        }
        var ahead = _tokens;
        ahead.Skip();
        var start = (int)_tokens.TokenStartIndex;
        var raw = _json[start..(int)ahead.BytesConsumed];
        if (raw.Length < ShortestShared)
        {
            return read(ref this);
        }
        ref var slot = ref _parts[PartSlotOf(raw)];
        if (slot.Value is T known && raw.SequenceEqual(_json.Slice(slot.Start, slot.Length)))
        {
            _tokens = ahead;
            return known;
        }
        var faults = _faults;
        var part = read(ref this);
        if (_faults == faults)
        {
            slot = new RecentPart(part, start, raw.Length);
        }
        return part;
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

    /// <summary>From four places: parts of one kind begin alike, and often end alike.</summary>
    private static int PartSlotOf(ReadOnlySpan<byte> raw)
    {
        var last = raw.Length - sizeof(ulong);
        var hash = (ulong)raw.Length;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(raw[(last / 4)..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(raw[(last / 2)..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(raw[(last - (last / 4))..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(raw[last..])) * Mixer;
        return (int)(hash >> 55);
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

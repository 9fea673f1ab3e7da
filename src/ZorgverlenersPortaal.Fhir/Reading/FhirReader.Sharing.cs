using System.Buffers.Binary;
using System.Text;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// What repeats in one answer is made once: strings and whole parts, by their bytes.
/// </summary>
internal ref partial struct FhirReader
{
    private const int LongestShared = 64;
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
        var start = (int)_tokens.TokenStartIndex;
        var here = _json[start..];
        ref var slot = ref _parts[PartSlotOf(here)];
        // The same bytes from the same brace are the same object, to the same end.
        if (slot.Value is T known && here.StartsWith(_json.Slice(slot.Start, slot.Length)))
        {
            _tokens.Skip();
            return known;
        }
        var faults = _faults;
        var part = read(ref this);
        if (_faults == faults)
        {
            slot = new RecentPart(part, start, (int)_tokens.BytesConsumed - start);
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

    /// <summary>
    /// By what stands before the first closing brace, looked at in four places: parts of one kind begin alike, and
    /// often end alike.
    /// </summary>
    private static int PartSlotOf(ReadOnlySpan<byte> json)
    {
        var last = json.IndexOf((byte)'}') - sizeof(ulong);
        if (last < 0)
        {
            return 0;
        }
        var hash = (ulong)last;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(json[(last / 4)..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(json[(last / 2)..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(json[(last - (last / 4))..])) * Mixer;
        hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(json[last..])) * Mixer;
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

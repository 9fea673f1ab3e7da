using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>Values: each method takes the value the reader stands on, and gives null for what is not of its kind.</summary>
internal ref partial struct FhirReader
{
    private const int LongestRecent = 64;
    private const int LongestId = 64;

    public string? Text()
    {
        if (_tokens.TokenType != JsonTokenType.String || _tokens.ValueSpan.Length == 0)
        {
            Refuse();
            return null;
        }
        if (!JsonText.IsSound(_tokens.ValueSpan, _tokens.ValueIsEscaped))
        {
            Malformed();
            return null;
        }
        var isRecent = !_tokens.ValueIsEscaped && _tokens.ValueSpan.Length <= LongestRecent;
        return isRecent ? Recent(_tokens.ValueSpan) : _tokens.GetString();
    }

    /// <summary>A code or URI: text without white space around it.</summary>
    public string? Code()
    {
        var text = Text();
        if (text is not null && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            Malformed();
            return null;
        }
        return text;
    }

    /// <summary>An id or version of R4's grammar; anything else could lead elsewhere when it becomes part of a URL.</summary>
    public string? Id()
    {
        var text = Text();
        if (text is not null && !ReferenceResolver.IsId(text))
        {
            Malformed();
            return null;
        }
        return text;
    }

    public bool? Flag()
    {
        if (_tokens.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _tokens.GetBoolean();
        }
        Refuse();
        return null;
    }

    public int? Integer()
    {
        if (_tokens.TokenType == JsonTokenType.Number && _tokens.TryGetInt32(out var value))
        {
            return value;
        }
        Refuse();
        return null;
    }

    /// <summary>A number exactly as written: 1.50 stays 1.50 (R11).</summary>
    public string? Number()
    {
        if (_tokens.TokenType == JsonTokenType.Number && _tokens.ValueSpan.Length <= LongestRecent)
        {
            return Recent(_tokens.ValueSpan);
        }
        Refuse();
        return null;
    }

    public FhirDateTime? Date()
    {
        var text = Text();
        var date = FhirDateTime.TryParse(text);
        if (text is not null && date is null)
        {
            Malformed();
        }
        return date;
    }

    /// <summary>Where inline base64 stands in the caller's buffer; the text itself is not taken.</summary>
    public InlineData? Data()
    {
        if (_tokens.TokenType == JsonTokenType.String && _tokens.ValueSpan.Length > 0)
        {
            // The token starts at its quote.
            return new InlineData(_origin + (int)_tokens.TokenStartIndex + 1, _tokens.ValueSpan.Length, _tokens.ValueIsEscaped);
        }
        Refuse();
        return null;
    }

    /// <summary>All items that could be read; the others are dropped one by one.</summary>
    public IReadOnlyList<T> List<T>(ElementReader<T> read)
        where T : class
    {
        if (!BeginList())
        {
            return [];
        }
        T[] items = [];
        var count = 0;
        while (NextItem())
        {
            if (read(ref this) is not { } item)
            {
                Malformed();
                continue;
            }
            if (count == items.Length)
            {
                Array.Resize(ref items, count == 0 ? 1 : count * 2);
            }
            items[count++] = item;
        }
        Array.Resize(ref items, count);
        return items;
    }

    /// <summary>An array beside its <c>_array</c>: null keeps a place that only the other one fills.</summary>
    public IReadOnlyList<T?> Positioned<T>(ElementReader<T> read)
        where T : class
    {
        if (!BeginList())
        {
            return [];
        }
        var items = new List<T?>(2);
        while (NextItem())
        {
            items.Add(_tokens.TokenType == JsonTokenType.Null ? null : read(ref this));
        }
        return items;
    }

    private readonly string Recent(ReadOnlySpan<byte> text)
    {
        ref var slot = ref _recent[SlotOf(text)];
        if (slot is null || !Ascii.Equals(text, slot))
        {
            slot = Encoding.UTF8.GetString(text);
        }
        return slot;
    }

    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
        {
            hash = ((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Mixer) ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var unit in text)
            {
                hash = (hash << 8) ^ unit;
            }
        }
        return (int)((hash * Mixer) >> 56);
    }
}

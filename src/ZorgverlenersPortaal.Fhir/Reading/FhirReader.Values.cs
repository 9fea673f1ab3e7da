using System.Text.Json;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Values: each method takes the value the reader stands on, and gives null for what is not of its kind.
/// </summary>
internal ref partial struct FhirReader
{
    private const int LongestId = 64;
    private const int LongestDate = 48;

    /// <summary>Text as written. An empty string, which R4 forbids and servers send, is no text.</summary>
    public string? Text() => Text(isRepeating: true);

    /// <summary>
    /// Text that hardly ever repeats (ids, notes, addresses), so that it does not push out what does.
    /// </summary>
    public string? OwnText() => Text(isRepeating: false);

    /// <summary>
    /// The bytes of a string as they stand in the buffer, when they are its text; false leaves it to be read otherwise.
    /// </summary>
    public readonly bool RawText(out ReadOnlySpan<byte> text)
    {
        var isPlain = _tokens.TokenType == JsonTokenType.String && !_tokens.ValueIsEscaped && JsonText.IsSound(_tokens.ValueSpan, isEscaped: false);
        text = isPlain ? _tokens.ValueSpan : default;
        return isPlain;
    }

    /// <summary>A code or URI: text without white space around it, and never empty.</summary>
    public string? Code()
    {
        var text = Text();
        if (text is null || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            Malformed();
            return null;
        }
        return text;
    }

    /// <summary>
    /// An id or version of R4's grammar; anything else could lead elsewhere when it becomes part of a URL.
    /// </summary>
    public string? Id() => Id(OwnText());

    /// <summary>As <see cref="Id()"/>; versions are mostly 1.</summary>
    public string? Version() => Id(Text());

    private string? Id(string? text)
    {
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
        if (_tokens.TokenType == JsonTokenType.Number && _tokens.ValueSpan.Length <= LongestShared)
        {
            return SharedText(_tokens.ValueSpan);
        }
        Refuse();
        return null;
    }

    public FhirDateTime? Date()
    {
        if (_tokens.TokenType != JsonTokenType.String)
        {
            Refuse();
            return null;
        }
        Span<char> text = stackalloc char[LongestDate];
        var date = FhirDateTime.TryParse(text[..CopyTo(ref _tokens, text)]);
        if (date is null)
        {
            Malformed();
        }
        return date;
    }

    /// <summary>Where inline base64 stands in the caller's buffer; the text itself is not taken.</summary>
    public InlineContent? Data()
    {
        if (_tokens.TokenType == JsonTokenType.String && _tokens.ValueSpan.Length > 0)
        {
            // The token starts at its quote.
            return new InlineContent(_origin + (int)_tokens.TokenStartIndex + 1, _tokens.ValueSpan.Length, _tokens.ValueIsEscaped);
        }
        Refuse();
        return null;
    }

    /// <summary>All items that could be read; the others are dropped one by one.</summary>
    public IReadOnlyList<T> List<T>(ElementReader<T> read)
        where T : class
    {
        var only = OnlyItem(read, out var items);
        return items.Count > 0 || only is null ? items : [only];
    }

    /// <summary>
    /// The item of a list of one, as most are; the items of a longer list come in <paramref name="items"/> instead.
    /// </summary>
    public T? OnlyItem<T>(ElementReader<T> read, out IReadOnlyList<T> items)
        where T : class
    {
        items = [];
        if (!BeginList())
        {
            return null;
        }
        T? first = null;
        List<T>? all = null;
        while (NextItem())
        {
            if (read(ref this) is not { } item)
            {
                Malformed();
            }
            else if (first is null)
            {
                first = item;
            }
            else
            {
                all ??= [first];
                all.Add(item);
            }
        }
        items = all is null ? items : all;
        return first;
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

    private string? Text(bool isRepeating)
    {
        if (_tokens.TokenType != JsonTokenType.String)
        {
            Refuse();
            return null;
        }
        if (_tokens.ValueSpan.IsEmpty)
        {
            return null;
        }
        string? text;
        if (isRepeating && !_tokens.ValueIsEscaped && _tokens.ValueSpan.Length <= LongestShared)
        {
            text = SharedText(_tokens.ValueSpan);
        }
        else
        {
            text = JsonText.IsSound(_tokens.ValueSpan, _tokens.ValueIsEscaped) ? _tokens.GetString() : null;
        }
        if (text is null)
        {
            Malformed();
        }
        return text;
    }
}

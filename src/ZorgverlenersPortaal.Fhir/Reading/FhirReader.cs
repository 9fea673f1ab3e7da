using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// One forward pass over FHIR JSON. Property by property: <see cref="NextProperty"/> gives the name and stands on the
/// value;
/// then exactly one reading method takes that value. It makes no string for what nobody asks.
/// </summary>
internal ref partial struct FhirReader
{
    /// <summary>Deeper nesting is refused; the deepest of the published examples in our tests has 14 levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>Names and extension URLs longer than this are unknown to us anyway.</summary>
    public const int LongestName = 256;

    /// <summary>
    /// List items kept of one answer; ten times what the largest page we know holds. Beyond it an answer is an attack
    /// on memory (H099).
    /// </summary>
    private const int MostItems = 200_000;

    private readonly ReadOnlySpan<byte> _json;
    private readonly int _origin;
    private readonly Span<char> _name;
    private readonly Span<string?> _strings;
    private readonly Span<RecentPart> _parts;
    private Utf8JsonReader _tokens;
    private int _nameLength;
    private ReadOnlySpan<byte> _rawName;
    private ReadOnlySpan<byte> _vitalName;
    private string? _distrust;
    private int _faults;
    private int _typeHint;
    private int _items;

    /// <summary>
    /// <paramref name="origin"/> is the place of the JSON in the caller's buffer: 3 after a byte order mark, else 0.
    /// </summary>
    public FhirReader(ReadOnlySpan<byte> json, int origin, Span<char> name, Span<string?> strings, Span<RecentPart> parts)
    {
        _json = json;
        _origin = origin;
        _name = name;
        _strings = strings;
        _parts = parts;
        _tokens = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        _typeHint = -1;
    }

    /// <summary>
    /// The name of the property, or the URL of the extension, that the reader stands on; empty when it is none of ours.
    /// </summary>
    public readonly ReadOnlySpan<char> Name => _name[.._nameLength];

    /// <summary>Byte in the caller's buffer where the current token starts.</summary>
    public readonly long Position => _origin + Math.Max(_tokens.TokenStartIndex, _tokens.BytesConsumed);

    /// <summary>
    /// After a fault: whether it stopped before one level too many. The reader does not count the level it stands at
    /// the start of.
    /// </summary>
    public readonly bool IsTooDeep =>
        _tokens.CurrentDepth >= MaxDepth - 1
        && _json[(int)_tokens.BytesConsumed..].TrimStart(" \t\r\n,:"u8) is [(byte)'[' or (byte)'{', ..];

    public int BundleDepth { get; set; }

    public ResourcePlace Place { get; set; }

    /// <summary>Moves to the first token. Throws JsonException when there is none.</summary>
    public void Start() => _tokens.Read();

    /// <summary>Makes sure that nothing but white space follows.</summary>
    public void End() => _tokens.Read();

    /// <summary>True on an object; anything else is malformed and skipped.</summary>
    public bool BeginObject()
    {
        if (_tokens.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }
        Refuse();
        return false;
    }

    /// <summary>True on an array; anything else is malformed and skipped.</summary>
    public bool BeginList()
    {
        if (_tokens.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }
        Refuse();
        return false;
    }

    /// <summary>Moves to the next property and on to its value; false at the end of the object.</summary>
    public bool NextProperty()
    {
        _tokens.Read();
        if (_tokens.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }
        _rawName = _tokens.ValueSpan;
        _nameLength = CopyTo(ref _tokens, _name);
        _tokens.Read();
        return true;
    }

    /// <summary>
    /// Moves to the next item; false at the end of the array. Throws FhirFormatException when there are too many in
    /// all.
    /// </summary>
    public bool NextItem()
    {
        _tokens.Read();
        if (_tokens.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }
        return ++_items <= MostItems ? true : throw new FhirFormatException($"Not read: more than {MostItems} list items", Position);
    }

    /// <summary>Passes over a value nobody shows; a modifierExtension among it still counts (R10).</summary>
    public void Unread()
    {
        if (Name is "modifierExtension")
        {
            Modifiers(owner: null);
            return;
        }
        _tokens.Skip();
    }

    /// <summary>Passes over a value that is not what it must be.</summary>
    public void Refuse()
    {
        Malformed();
        _tokens.Skip();
    }

    /// <summary>Remembers a place to read from again.</summary>
    public readonly Utf8JsonReader Bookmark() => _tokens;

    public void Return(Utf8JsonReader bookmark) => _tokens = bookmark;

    private static int CopyTo(ref Utf8JsonReader token, scoped Span<char> target)
    {
        var raw = token.ValueSpan;
        if (raw.Length > target.Length)
        {
            return 0;
        }
        if (token.ValueIsEscaped)
        {
            return JsonText.IsSound(raw, isEscaped: true) ? token.CopyString(target) : 0;
        }
        // A name or URL of ours is ASCII; anything else is unknown, which is what an empty name means.
        return Ascii.ToUtf16(raw, target, out var length) == System.Buffers.OperationStatus.Done ? length : 0;
    }
}

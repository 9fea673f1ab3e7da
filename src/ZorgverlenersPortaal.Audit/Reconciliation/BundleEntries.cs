using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The entries of a Bundle, one after the other as they are read: no more than one is in memory, and none may have more than <see cref="MostBytes"/>.</summary>
internal sealed class BundleEntries(Stream stream)
{
    public const int MostBytes = 1024 * 1024;
    private const int FirstBytes = 64 * 1024;

    private byte[] _buffer = new byte[FirstBytes];
    private int _start;
    private int _end;
    private bool _isAll;
    private bool _isBundle;
    private bool _isInEntries;
    private bool _isOver;
    private JsonReaderState _state;

    /// <summary>How many were begun.</summary>
    public int Number { get; private set; }

    /// <summary>Each is good until the next.</summary>
    public IEnumerable<JsonElement> Read()
    {
        while (!_isOver)
        {
            using var entry = Next();
            if (entry is not null)
            {
                yield return entry.RootElement;
            }
            else if (!_isOver)
            {
                Fill();
            }
        }
        if (!_isBundle)
        {
            throw new EpdLogException("this is no Bundle; give a FHIR Bundle of AuditEvents, or AuditEvents one a line in a file named .ndjson.");
        }
    }

    /// <summary>The next entry; null when there are no more, or when more of the file must be read first.</summary>
    private JsonDocument? Next()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start.._end), _isAll, _state);
            JsonDocument? entry = null;
            while (entry is null && Step(ref reader, out entry))
            {
            }
            return entry;
        }
        catch (InvalidOperationException fault)
        {
            throw new EpdLogException(FormattableString.Invariant($"after entry {Number}: this is no UTF-8; save the file as UTF-8."), fault);
        }
        catch (JsonException fault)
        {
            throw new EpdLogException(FormattableString.Invariant($"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}, after entry {Number}: this is no JSON; give a FHIR Bundle of AuditEvents, whole."), fault);
        }
    }

    /// <summary>One token with what belongs to it, or nothing: what is half there is read again once there is more.</summary>
    private bool Step(ref Utf8JsonReader reader, out JsonDocument? entry)
    {
        entry = null;
        var before = reader;
        if (!reader.Read())
        {
            _isOver = _isAll;
            return false;
        }
        if (_isInEntries && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonDocument.TryParseValue(ref reader, out entry))
            {
                reader = before;
                return false;
            }
            Number++;
        }
        else if (_isInEntries)
        {
            _isInEntries = false;
        }
        else if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && !IsTaken(ref reader))
        {
            reader = before;
            return false;
        }
        Take(ref reader);
        return true;
    }

    /// <summary>A property of the Bundle itself; false when it is half there.</summary>
    private bool IsTaken(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("entry"u8))
        {
            if (!reader.Read())
            {
                return false;
            }
            _isInEntries = reader.TokenType == JsonTokenType.StartArray ? true : throw new EpdLogException("Bundle.entry is no array; give a FHIR Bundle of AuditEvents.");
            return true;
        }
        var (isType, isLink) = (reader.ValueTextEquals("resourceType"u8), reader.ValueTextEquals("link"u8));
        if (!reader.Read() || !JsonDocument.TryParseValue(ref reader, out var value))
        {
            return false;
        }
        using (value)
        {
            _isBundle |= isType && value.RootElement.ValueKind == JsonValueKind.String && value.RootElement.GetString() == "Bundle";
            if (isLink && value.RootElement.ValueKind == JsonValueKind.Array && value.RootElement.EnumerateArray().Any(IsNext))
            {
                throw new EpdLogException("Bundle.link has a next page, so this is not the whole log; take the others as well, and give all AuditEvents one a line in a file named .ndjson.");
            }
        }
        return true;
    }

    private static bool IsNext(JsonElement link) => link.ValueKind == JsonValueKind.Object && link.TryGetProperty("relation", out var relation) && relation.ValueKind == JsonValueKind.String && relation.GetString() == "next";

    private void Take(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        reader = new(_buffer.AsSpan(_start.._end), _isAll, _state);
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end >= MostBytes)
        {
            throw new EpdLogException(FormattableString.Invariant($"entry {Number + 1} has more than {MostBytes} bytes; no AuditEvent is that large."));
        }
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _end * 2);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAll = read == 0;
    }
}

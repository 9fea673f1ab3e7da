using System.Text.Json;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Extensions: the URL is looked up first, wherever it stands, so that an unknown one costs no string.
/// </summary>
internal ref partial struct FhirReader
{
    /// <summary>
    /// Moves to the next extension of the array; <see cref="Name"/> is then its URL and the reader stands on its
    /// object.
    /// </summary>
    public bool NextExtension()
    {
        while (NextItem())
        {
            if (_tokens.TokenType == JsonTokenType.StartObject)
            {
                _nameLength = CopyUrl();
                return true;
            }
            Refuse();
        }
        return false;
    }

    /// <summary>The value of the extension as text, whichever string type it has.</summary>
    public string? ExtensionText()
    {
        string? text = null;
        while (NextProperty())
        {
            if (Name.StartsWith("value") && _tokens.TokenType == JsonTokenType.String)
            {
                text = OwnText();
            }
            else
            {
                _tokens.Skip();
            }
        }
        return text;
    }

    /// <summary>The value of the extension when it has the named type, as in "valueCodeableConcept".</summary>
    public T? ExtensionValue<T>(string name, ElementReader<T> read)
        where T : class
    {
        T? value = null;
        while (NextProperty())
        {
            if (Name.SequenceEqual(name))
            {
                value = read(ref this);
            }
            else
            {
                _tokens.Skip();
            }
        }
        return value;
    }

    /// <summary>The text of one extension among those of a primitive, read from its <c>_name</c> object.</summary>
    public string? PrimitiveExtension(string url)
    {
        string? text = null;
        if (!BeginObject())
        {
            return null;
        }
        while (NextProperty())
        {
            switch (Name)
            {
                case "extension": text = ExtensionText(url); break;
                default: Unread(); break;
            }
        }
        return text;
    }

    /// <summary>Why a primitive has no value (unknown, masked, ...), read from its <c>_name</c> object.</summary>
    public string? AbsentReason() => PrimitiveExtension(ExtensionUrls.DataAbsentReason);

    /// <summary>The text of one extension among an array of them.</summary>
    public string? ExtensionText(string url)
    {
        string? text = null;
        if (!BeginList())
        {
            return null;
        }
        while (NextExtension())
        {
            if (Name.SequenceEqual(url))
            {
                text = ExtensionText() ?? text;
                if (text is null)
                {
                    Malformed();
                }
            }
            else
            {
                _tokens.Skip();
            }
        }
        return text;
    }

    private readonly int CopyUrl()
    {
        var ahead = _tokens;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isUrl = JsonText.IsSound(ahead.ValueSpan, ahead.ValueIsEscaped) && ahead.ValueTextEquals("url"u8);
            ahead.Read();
            if (isUrl)
            {
                return ahead.TokenType == JsonTokenType.String ? CopyTo(ref ahead, _name) : 0;
            }
            ahead.Skip();
        }
        return 0;
    }
}

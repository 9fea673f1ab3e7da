using System.Text.Json;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Guessing a resource's type when its name does not come first: only a guess, checked when the name is met.
/// </summary>
internal ref partial struct FhirReader
{
    /// <summary>
    /// The first type named from here on in the buffer, or null. A byte search, so that resourceType last costs no
    /// second pass.
    /// </summary>
    public string? TypeHint()
    {
        var here = (int)_tokens.TokenStartIndex;
        if (_typeHint < here)
        {
            // Kept until passed: without that, a Bundle of resources without a type would be searched to its end for
            // each.
            var found = _json[here..].IndexOf("\"resourceType\""u8);
            _typeHint = found < 0 ? int.MaxValue : here + found;
        }
        if (_typeHint == int.MaxValue)
        {
            return null;
        }
        var value = _json[(_typeHint + "\"resourceType\"".Length)..].TrimStart(" \t\r\n:"u8);
        var end = value.IsEmpty || value[0] != (byte)'"' ? -1 : value[1..].IndexOf((byte)'"');
        return end is > 0 and <= LongestId ? SharedText(value.Slice(1, end)) : null;
    }

    /// <summary>A resource type of R4's grammar, or null.</summary>
    public string? TypeName()
    {
        var type = _tokens.TokenType == JsonTokenType.String ? Text() : null;
        if (type is not null && ReferenceResolver.IsType(type))
        {
            return type;
        }
        _tokens.Skip();
        return null;
    }
}

using System.Buffers;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>An AGB code of a person or a practice: 8 digits, kept as text (Vektis; uzi.md §3.1). `00000000` is no code.</summary>
public sealed record AgbCode
{
    private static readonly SearchValues<char> _digits = SearchValues.Create("0123456789");

    private AgbCode(string value) => Value = value;

    /// <summary>The 8 digits.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads a code as sources write it. Only a 7-digit code is padded, with one zero; empty, malformed and all-zero
    /// codes are no code and so match nothing (DESIGN §7).
    /// </summary>
    public static AgbCode? TryRead(string? text)
    {
        if (text is null || text.AsSpan().ContainsAnyExcept(_digits))
        {
            return null;
        }
        var padded = text.Length == 7 ? "0" + text : text;
        return padded.Length == 8 && padded != "00000000" ? new AgbCode(padded) : null;
    }

    /// <summary>The ways an EPD may have stored this code: whole, and without its leading zero.</summary>
    public IReadOnlyList<string> Spellings => Value[0] == '0' ? [Value, Value[1..]] : [Value];

    /// <inheritdoc />
    public override string ToString() => Value;
}

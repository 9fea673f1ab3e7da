namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The value of the 2.5.5.5 name, part by part: CA OID, version 1, UZI number, type, URA, role, AGB (CPS §7.1.5).
/// </summary>
public sealed record UziText
{
    private const int Limit = 128;
    private const string NoAgb = "00000000";
    private const string NoNumber = "000000000";

    private UziText(string[] parts, UziCardType cardType)
    {
        CaOid = parts[0];
        UziNumber = parts[2];
        CardType = cardType;
        Ura = parts[4];
        RoleCode = parts[5];
        Agb = string.Equals(parts[6], NoAgb, StringComparison.Ordinal) ? null : parts[6];
    }

    public string CaOid { get; }

    /// <summary>Nine digits, leading zeros kept, never all zero.</summary>
    public string UziNumber { get; }

    public UziCardType CardType { get; }

    /// <summary>Eight digits.</summary>
    public string Ura { get; }

    /// <summary>"NN.NNN".</summary>
    public string RoleCode { get; }

    /// <summary>Eight digits; null for 00000000.</summary>
    public string? Agb { get; }

    /// <summary>Null unless every part has exactly its form; digits are 0 to 9 of ASCII only.</summary>
    public static UziText? Parse(string text)
    {
        if (text.Length > Limit)
        {
            return null;
        }

        var parts = text.Split('-');
        var wellFormed = parts.Length == 7
            && IsOid(parts[0])
            && string.Equals(parts[1], "1", StringComparison.Ordinal)
            && IsDigits(parts[2], 9) && !string.Equals(parts[2], NoNumber, StringComparison.Ordinal)
            && IsDigits(parts[4], 8)
            && IsRole(parts[5])
            && IsDigits(parts[6], 8);
        return wellFormed && CardTypeOf(parts[3]) is { } type ? new UziText(parts, type) : null;
    }

    /// <summary>What is wrong with a text that is none: the one part that is wrong, or the whole of it.</summary>
    internal static UziRefusal FaultOf(string text)
    {
        var parts = text.Length > Limit ? [] : text.Split('-');
        if (parts.Length != 7 || !IsOid(parts[0]) || !IsDigits(parts[4], 8) || !IsRole(parts[5]) || !IsDigits(parts[6], 8))
        {
            return UziRefusal.InvalidSan;
        }

        return !IsNumber(parts[1]) || parts[3] is not [>= 'A' and <= 'Z'] || !IsNumber(parts[2]) ? UziRefusal.InvalidSan
            : parts[1] != "1" ? UziRefusal.InvalidVersion
            : CardTypeOf(parts[3]) is null ? UziRefusal.InvalidType
            : UziRefusal.InvalidUziNumber;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static UziCardType? CardTypeOf(string letter) => letter switch
    {
        "Z" => UziCardType.CareProvider,
        "N" => UziCardType.NamedEmployee,
        "M" => UziCardType.UnnamedEmployee,
        "S" => UziCardType.Server,
        _ => null,
    };

    private static bool IsOid(string text)
    {
        var arcs = text.Split('.');
        return arcs.Length > 1 && arcs.All(arc => arc.Length > 0 && arc.All(char.IsAsciiDigit));
    }

    private static bool IsRole(string text) =>
        text.Length == 6 && text[2] == '.' && text.Where((_, i) => i != 2).All(char.IsAsciiDigit);

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);
}

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>UZI numbers and AGB codes as they are shown: in groups that are never broken over two lines.</summary>
public static class NumberText
{
    private const char HardSpace = '\u00A0';
    private const char HardHyphen = '\u2011';

    /// <summary>"900 018 264"; anything but 9 characters as it is.</summary>
    public static string Uzi(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 9 ? $"{number[..3]}{HardSpace}{number[3..6]}{HardSpace}{number[6..]}" : number;
    }

    /// <summary>"01-099412": the kind of care provider, then the number.</summary>
    public static string Agb(string? code) => code switch
    {
        null => "geen",
        { Length: 8 } => code[..2] + HardHyphen + code[2..],
        _ => code,
    };
}

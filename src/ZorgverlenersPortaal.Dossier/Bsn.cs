namespace ZorgverlenersPortaal.Dossier;

/// <summary>A citizen service number that passes the eleven-test (uzi.md §3.2). Never put one in a URL, log or title (R6).</summary>
public sealed record Bsn
{
    private Bsn(string value) => Value = value;

    /// <summary>The 9 digits.</summary>
    public string Value { get; }

    /// <summary>The last three digits, all a page shows unasked.</summary>
    public string LastThree => Value[6..];

    /// <summary>Reads 8 or 9 digits; null when it is not a BSN.</summary>
    public static Bsn? TryRead(string? text)
    {
        if (text is null || text.Length is not (8 or 9) || text.Any(c => c is < '0' or > '9'))
        {
            return null;
        }
        var digits = text.PadLeft(9, '0');
        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (digits[i] - '0');
        }
        return sum % 11 == 0 && digits != "000000000" ? new Bsn(digits) : null;
    }

    /// <summary>Masked, so that an accidental interpolation shows nobody's number.</summary>
    public override string ToString() => "••••••" + LastThree;
}

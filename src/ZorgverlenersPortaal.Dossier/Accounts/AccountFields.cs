namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Reads single fields of an account as somebody typed them; the same rules as for a request.</summary>
public static class AccountFields
{
    /// <summary>One line of at most 100 characters, trimmed; null when it is none.</summary>
    public static string? Line(string? text) => AccountRequestCheck.Text(text);

    /// <summary>An e-mail address, or null.</summary>
    public static string? Email(string? text) => AccountRequestCheck.Email(text);

    /// <summary>A telephone number as written, or null.</summary>
    public static string? Phone(string? text) => AccountRequestCheck.Phone(text);

    /// <summary>The 11 digits of a BIG number, or null.</summary>
    public static string? Big(string? text) => AccountRequestCheck.Digits(text) is { Length: 11 } digits ? digits : null;

    /// <summary>An AGB code, also when written with spaces and hyphens; null when it is none.</summary>
    public static AgbCode? Agb(string? text) => AgbCode.TryRead(AccountRequestCheck.Digits(text));
}

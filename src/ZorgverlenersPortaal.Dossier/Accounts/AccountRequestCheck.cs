namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Reads a request by shape alone: what the portal holds is not looked at, so it tells a stranger nothing (R16).</summary>
public static class AccountRequestCheck
{
    private const int UziDigits = 9;
    private const int CardDigits = 8;
    private const int BigDigits = 11;
    private const int FewestPhoneDigits = 10;
    private const int MostPhoneDigits = 15;
    private const int LongestText = 100;

    /// <summary>The request, or every fault at once.</summary>
    public static (AccountRequestData? Data, IReadOnlyList<RequestFault> Faults) Read(AccountRequestForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (uzi, agbText, big) = (Digits(form.UziNumber), Digits(form.Agb), Digits(form.BigNumber));
        var agb = AgbCode.TryRead(agbText);
        var (name, practice) = (Text(form.Name), Text(form.Practice));
        var role = CareRoles.Parse(form.Role?.Trim());
        var (email, phone) = (Email(form.Email), Phone(form.Phone));
        List<RequestFault> faults = [];
        Add(name is null, RequestFault.Name);
        faults.AddRange(UziFault(uzi) is { } uziFault ? [uziFault] : []);
        faults.AddRange(AgbFault(agb) is { } agbFault ? [agbFault] : []);
        Add(big?.Length != BigDigits || IsAllZero(big), RequestFault.BigNumber);
        Add(role is null, RequestFault.Role);
        Add(practice is null, RequestFault.Practice);
        Add(email is null && phone is null || IsGiven(form.Email) && email is null || IsGiven(form.Phone) && phone is null, RequestFault.Contact);
        Add(form.InTraining is null, RequestFault.TrainingNotAnswered);
        Add(form.InTraining == true, RequestFault.InTraining);
        return faults.Count > 0 ? (null, faults) : (new(name!, uzi!, agb!, big!, role!.Value, practice!, email, phone), []);

        void Add(bool isWrong, RequestFault fault) => faults.AddRange(isWrong ? [fault] : []);
    }

    /// <summary>What is wrong with a UZI number, null when nothing is. The number on the card has 8 digits (uzi.md §1.6).</summary>
    public static RequestFault? UziFault(string? digits) => digits?.Length switch
    {
        UziDigits when !IsAllZero(digits) => null,
        CardDigits => RequestFault.UziNumberIsCardNumber,
        BigDigits => RequestFault.UziNumberIsBigNumber,
        _ => RequestFault.UziNumber,
    };

    /// <summary>The digits alone; null when there is anything else but spaces, points and hyphens.</summary>
    public static string? Digits(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return null;
        }
        var digits = string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\u00A0')));
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>One line of at most 100 characters, trimmed; null when it is none.</summary>
    internal static string? Text(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestText } trimmed && !trimmed.Any(char.IsControl) && !HasLoneSurrogate(trimmed) ? trimmed : null;

    /// <summary>What is wrong with a personal AGB code, null when nothing is.</summary>
    internal static RequestFault? AgbFault(AgbCode? agb) => agb is null ? RequestFault.Agb : agb.Kind() switch
    {
        AgbKind.Organisation => RequestFault.AgbIsOrganisation,
        AgbKind.OtherProfession => RequestFault.AgbOfOtherProfession,
        AgbKind.Doctor or AgbKind.Unknown => null,
    };

    /// <summary>Something the office can send to: one @ with a dotted name behind it. Whether it exists only sending tells.</summary>
    internal static string? Email(string? text)
    {
        var parts = Text(text)?.Split('@');
        return parts is [{ Length: > 0 }, { Length: > 2 } host] && host.IndexOf('.', 1) > 0 && !host.EndsWith('.')
            && !parts.Any(part => part.Any(char.IsWhiteSpace))
            ? string.Join('@', parts)
            : null;
    }

    /// <summary>10 to 15 digits, perhaps with + in front, written with spaces and hyphens.</summary>
    internal static string? Phone(string? text)
    {
        var trimmed = Text(text);
        var digits = Digits(trimmed is ['+', .. var rest] ? rest : trimmed);
        return digits?.Length is >= FewestPhoneDigits and <= MostPhoneDigits ? trimmed : null;
    }

    private static bool IsAllZero(string digits) => digits.All(c => c == '0');

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool HasLoneSurrogate(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD)
            {
                return true;
            }
        }
        return false;
    }
}

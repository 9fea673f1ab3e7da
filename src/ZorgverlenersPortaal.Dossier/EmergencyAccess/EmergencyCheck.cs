using System.Globalization;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>Reads the form of an emergency; says every fault at once, and asks nobody.</summary>
internal static class EmergencyCheck
{
    /// <summary>Characters; what is longer is no name, and would only make a long question to the EPD.</summary>
    private const int LongestSurname = 200;

    private static readonly DateOnly _earliest = new(1880, 1, 1);

    /// <summary>The identity, or what is wrong with it.</summary>
    public static (PatientIdentity? Identity, IReadOnlyList<EmergencyFault> Faults) Identity(EmergencyForm form, DateOnly today)
    {
        List<EmergencyFault> faults = [];
        var (bsn, postcode) = (Compact(form.Bsn), Compact(form.Postcode).ToUpperInvariant());
        var surname = form.Surname?.Trim() ?? "";
        var number = Bsn.TryRead(bsn);
        if (bsn.Length > 0)
        {
            faults.AddRange(number is null ? [EmergencyFault.BsnWrong] : []);
        }
        else if (surname.Length == 0 && postcode.Length == 0)
        {
            faults.Add(EmergencyFault.IdentityMissing);
        }
        else
        {
            faults.AddRange(surname.Length <= LongestSurname && Surnames.HasLetters(surname) ? [] : [EmergencyFault.SurnameMissing]);
            faults.AddRange(IsPostcode(postcode) ? [] : [EmergencyFault.PostcodeWrong]);
        }
        if (BirthDate(form, today) is not { } birth)
        {
            faults.Add(EmergencyFault.BirthDateWrong);
            return (null, faults);
        }
        return faults.Count > 0 ? (null, faults) : (number is null ? PatientIdentity.ByName(surname, birth, postcode) : PatientIdentity.ByBsn(number, birth), faults);
    }

    /// <summary>The grounds, or what is wrong with them.</summary>
    public static (EmergencyGrounds? Grounds, IReadOnlyList<EmergencyFault> Faults) Grounds(EmergencyForm form, string? lastWords, int minimum)
    {
        List<EmergencyFault> faults = [];
        var reason = StoredValue.Read<EmergencyReason>(form.Reason);
        faults.AddRange(reason is null ? [EmergencyFault.ReasonMissing] : []);
        faults.AddRange(WordsQuality.Fault(form.Words, lastWords, minimum) is { } fault ? [fault] : []);
        faults.AddRange(form.IsTreating ? [] : [EmergencyFault.NotTreating]);
        return faults.Count > 0 ? (null, faults) : (new(reason!.Value, WordsQuality.Kept(form.Words!), form.HasCalled), faults);
    }

    private static DateOnly? BirthDate(EmergencyForm form, DateOnly today) =>
        Number(form.Year, 4) is { } year && Number(form.Month, 2) is { } month && Number(form.Day, 2) is { } day
        && year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        && new DateOnly(year, month, day) is var date && date >= _earliest && date <= today
            ? date
            : null;

    private static int? Number(string? text, int digits) =>
        text?.Trim() is { Length: > 0 } typed && typed.Length <= digits && typed.All(char.IsAsciiDigit) ? int.Parse(typed, CultureInfo.InvariantCulture) : null;

    private static bool IsPostcode(string text) =>
        text.Length == 6 && text[0] is >= '1' and <= '9' && text[1..4].All(char.IsAsciiDigit) && text[4..].All(char.IsAsciiLetterUpper);

    /// <summary>People write numbers with blanks and dots.</summary>
    private static string Compact(string? text) => string.Concat((text ?? "").Where(c => c is not ('.' or '-') && !char.IsWhiteSpace(c)));
}

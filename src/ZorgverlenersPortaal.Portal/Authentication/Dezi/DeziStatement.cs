using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Reads the statement ("verklaring") about the person (uzi.md §5.2; interface version 0.7 as the Nuts draft records it).</summary>
internal static partial class DeziStatement
{
    private const int LongestName = 100;

    /// <summary>eIDAS "high"; the second spelling is the one Dezi writes.</summary>
    private static readonly string[] _high = ["http://eidas.europa.eu/LoA/high", "http://eidas.europe.eu/LoA/high"];

    private static readonly string[] _names = ["voorletters", "voorvoegsel", "achternaam"];

    /// <summary>Refuses a level below "high".</summary>
    public static string RequireHigh(string level) =>
        _high.Contains(level, StringComparer.Ordinal) ? level : throw new DeziRefusedException(DeziRefusal.AssuranceTooLow, "below high");

    /// <summary>The person. The claims must have been checked for origin and time; <paramref name="id"/> is the id announced around them.</summary>
    public static DeziIdentity Read(DeziClaims statement, string id)
    {
        if (statement.Text("verklaring_id") != id)
        {
            throw new DeziRefusedException(DeziRefusal.SubjectMismatch, "verklaring_id");
        }
        var identity = new DeziIdentity
        {
            DeziNumber = Shaped(statement, "dezi_nummer", Number()),
            RoleCode = Shaped(statement, "rol_code", Role()),
            RoleName = Name(statement.Optional("rol_naam")),
            DisplayName = string.Join(' ', _names.Select(n => Name(statement.Optional(n))).Where(n => n.Length > 0)),
            Subscriber = Shaped(statement, "abonnee_nummer", SubscriberNumber()),
            SubscriberName = Name(statement.Optional("abonnee_naam")),
            StatementId = Name(id),
            Assurance = RequireHigh(statement.Text("loa_dezi")),
            NotBefore = statement.Time("nbf"),
            NotAfter = statement.Time("exp"),
        };
        return CareRoles.OfCode(identity.RoleCode) is null
            ? throw new DeziRefusedException(DeziRefusal.RoleNotAdmitted, identity.RoleCode)
            : identity;
    }

    private static string Shaped(DeziClaims statement, string name, Regex shape) =>
        statement.Optional(name) is { } value && shape.IsMatch(value) ? value : throw new DeziRefusedException(DeziRefusal.IdentityUnreadable, name);

    // For display and the trail: no line breaks, no marks that turn the text around, no novel.
    private static string Name(string? text)
    {
        var clean = new string([.. (text ?? "").Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim();
        return clean.Length <= LongestName ? clean : clean[..LongestName];
    }

    [GeneratedRegex(@"\A[0-9]{9}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex SubscriberNumber();

    [GeneratedRegex(@"\A[0-9]{2}\.[0-9]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Role();
}

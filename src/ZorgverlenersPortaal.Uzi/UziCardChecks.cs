namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Whether what the card says about its holder agrees with itself, its issuer and what the hospital admits.
/// </summary>
internal static class UziCardChecks
{
    /// <summary>The first disagreement; <paramref name="rules"/> are those of the CA that issued the card.</summary>
    public static UziFinding? Check(UziCard card, IReadOnlyList<UziCardRule> rules, UziTrust trust)
    {
        if (card.San.Refusal is { } refusal)
        {
            return new(refusal, card.San.Detail);
        }

        var text = card.San.Text!;
        if (!trust.Rules.Any(rule => Same(rule.CaOid, text.CaOid)))
        {
            return new(UziRefusal.UnknownCaOid, $"CA OID {text.CaOid} is in no rule");
        }

        var agreeing = rules.Where(rule => Same(rule.CaOid, text.CaOid) && rule.CardType == text.CardType).ToList();
        return agreeing.Count == 0
            ? new(UziRefusal.CardTypeMismatch, $"{text.CaOid}, {text.CardType} and '{card.IssuerName}' do not agree")
            : CertificatePurpose.CheckPolicy(card.Frame, agreeing)
                ?? CheckType(text, agreeing)
                ?? CheckRole(text, agreeing)
                ?? CheckNumbers(card, text);
    }

    /// <summary>A rule lets this role in on this type of card.</summary>
    public static bool IsAdmitted(IReadOnlyList<UziCardRule> rules, UziCardType type, string role) =>
        rules.Any(rule => rule.CardType == type && rule.Roles.Contains(role, StringComparer.Ordinal));

    private static UziFinding? CheckType(UziText text, IReadOnlyList<UziCardRule> rules) => text.CardType switch
    {
        UziCardType.CareProvider => null,
        UziCardType.NamedEmployee when IsAdmitted(rules, text.CardType, text.RoleCode) => null,
        UziCardType.NamedEmployee => new(UziRefusal.EmployeeCard, "medewerkerpas op naam (N)"),
        UziCardType.UnnamedEmployee => new(UziRefusal.UnnamedCard, "medewerkerpas niet op naam (M)"),
        UziCardType.Server => new(UziRefusal.ServerCertificate, "servercertificaat (S)"),
        UziCardType.None => new(UziRefusal.InvalidSan, "no card type"),
    };

    private static UziFinding? CheckRole(UziText text, IReadOnlyList<UziCardRule> rules)
    {
        if (text.CardType == UziCardType.CareProvider && text.RoleCode.StartsWith("00.", StringComparison.Ordinal))
        {
            return new(UziRefusal.RoleMismatch, $"role {text.RoleCode} on a zorgverlenerpas");
        }

        return IsAdmitted(rules, text.CardType, text.RoleCode)
            ? null
            : new(UziRefusal.RoleNotAdmitted, $"role {text.RoleCode} is not admitted");
    }

    private static UziFinding? CheckNumbers(UziCard card, UziText text)
    {
        if (!Same(card.Subject.SerialNumber ?? "", text.UziNumber))
        {
            return new(UziRefusal.InconsistentNumber, "the subject's serialNumber is not the UZI number");
        }

        var upn = $"{text.UziNumber}@{text.Ura}";
        return card.San.UserPrincipalNames.All(name => Same(name, upn))
            ? null
            : new(UziRefusal.InconsistentNumber, "the UPN is not UZI number @ URA");
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}

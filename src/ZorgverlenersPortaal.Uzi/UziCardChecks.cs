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
        return CheckRule(card, text, rules, trust)
            ?? CheckType(text)
            ?? CheckRole(text, trust)
            ?? CheckNumbers(card, text);
    }

    private static UziFinding? CheckRule(UziCard card, UziText text, IReadOnlyList<UziCardRule> rules, UziTrust trust)
    {
        if (!trust.Rules.Any(rule => Same(rule.CaOid, text.CaOid)))
        {
            return new(UziRefusal.UnknownCaOid, $"CA OID {text.CaOid} is in no rule");
        }

        var agreeing = rules.Where(rule => Same(rule.CaOid, text.CaOid) && rule.CardType == text.CardType).ToList();
        return agreeing.Count == 0
            ? new(UziRefusal.CardTypeMismatch, $"{text.CaOid}, {text.CardType} and '{card.IssuerName}' do not agree")
            : CertificatePurpose.CheckPolicy(card.Frame, agreeing);
    }

    private static UziFinding? CheckType(UziText text) => text.CardType switch
    {
        UziCardType.CareProvider => null,
        UziCardType.NamedEmployee => new(UziRefusal.EmployeeCard, "medewerkerpas op naam (N)"),
        UziCardType.UnnamedEmployee => new(UziRefusal.UnnamedCard, "medewerkerpas niet op naam (M)"),
        UziCardType.Server => new(UziRefusal.ServerCertificate, "servercertificaat (S)"),
        UziCardType.None => new(UziRefusal.InvalidSan, "no card type"),
    };

    private static UziFinding? CheckRole(UziText text, UziTrust trust)
    {
        if (text.RoleCode.StartsWith("00.", StringComparison.Ordinal))
        {
            return new(UziRefusal.RoleMismatch, $"role {text.RoleCode} on a zorgverlenerpas");
        }

        return trust.AdmittedRoles.Contains(text.RoleCode)
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

using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>
/// What the offered card says and where sign-in stops, for someone who may have no account. It tells of the card only, never
/// of an account: whoever reads it may hold a card that proves nothing.
/// </summary>
public sealed record CardDiagnosis
{
    private const string NotPersonal = "Gebruik niet de code van je praktijk: die staat nooit op een pas.";

    private CardDiagnosis(CardStep stopsAt, string? why, IReadOnlyList<CardFact> facts) => (StopsAt, Why, Facts) = (stopsAt, why, facts);

    /// <summary>Every step before it held; none after it was looked at.</summary>
    public CardStep StopsAt { get; }

    /// <summary>The cause in the words of this card; null when the refusal's own text says it all.</summary>
    public string? Why { get; }

    /// <summary>What the card says; empty when nothing could be read safely.</summary>
    public IReadOnlyList<CardFact> Facts { get; }

    /// <summary>A CA that we trust vouches for the facts.</summary>
    public bool IsVouchedFor => StopsAt > CardStep.Issuer;

    /// <summary>Reads a refusal.</summary>
    public static CardDiagnosis Of(SignInRefusal refusal, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var card = refusal.Card;
        // Any other reason is one about the account, which comes only after a card that is good in every way.
        if (!Enum.TryParse<UziRefusal>(refusal.Reason, out var reason))
        {
            var conflict = refusal.Reason == nameof(AccountRefusal.AgbConflict) ? $"Op je pas staat AGB-code {card?.Agb}." : null;
            return new(CardStep.Account, conflict, card is null ? [] : [.. Read(card, now)]);
        }
        return new(CardSteps.Of(reason), card is null ? null : Cause(reason, card), card is null ? [] : [.. Read(card, now)]);
    }

    private static string? Cause(UziRefusal refusal, UziIdentity card) => refusal switch
    {
        UziRefusal.Expired => $"Je pas was geldig tot en met {Clock.Date(card.NotAfter)}.",
        UziRefusal.NotYetValid => $"Je pas is geldig vanaf {Clock.Date(card.NotBefore)}, {Clock.Time(card.NotBefore)}.",
        UziRefusal.UntrustedChain or UziRefusal.UnknownIssuer when card.IssuerName.Length > 0 =>
            $"Als uitgever staat erop: {card.IssuerName}. Dat die hem echt uitgaf, konden we niet vaststellen.",
        UziRefusal.RoleNotAdmitted when card.RoleCode == "01.000" =>
            "Op je pas staat: arts, zonder specialisme. Heb je het specialisme wel? Vraag dan een pas aan waar het op staat. In opleiding? Dan krijg je nog geen toegang.",
        UziRefusal.RoleNotAdmitted or UziRefusal.RoleMismatch => $"Op je pas staat als beroep: {RoleNames.Of(card.RoleCode)}.",
        UziRefusal.CardTypeMismatch => $"Op de pas staat {TypeOf(card.CardType)}, en als uitgever: {card.IssuerName}. Die twee horen niet bij elkaar.",
        UziRefusal.InconsistentNumber => "Het UZI-nummer staat op meer plaatsen op je pas, en niet overal hetzelfde.",
        _ => null,
    };

    private static IEnumerable<CardFact> Read(UziIdentity card, DateTimeOffset now)
    {
        var isUzi = card.CardType != UziCardType.None;
        yield return new("Soort pas", TypeOf(card.CardType), isUzi ? null : "De UZI-gegevens op dit certificaat kunnen we niet lezen.");
        if (card.DisplayName.Length > 0)
        {
            yield return new("Naam", card.DisplayName);
        }
        foreach (var fact in isUzi ? Numbers(card) : [])
        {
            yield return fact;
        }
        if (card.Organization.Length > 0)
        {
            yield return new("Organisatie", card.Organization, isUzi ? $"Abonneenummer (URA): {card.Ura}." : null);
        }
        else if (isUzi)
        {
            yield return new("Abonneenummer (URA)", card.Ura);
        }
        if (card.IssuerName.Length > 0)
        {
            yield return new("Uitgever", card.IssuerName, card.IsTestCard ? "Dit is een testpas." : null);
        }
        var dated = now > card.NotAfter ? "Deze tijd is voorbij." : now < card.NotBefore ? "Deze tijd begint nog." : null;
        yield return new("Geldig", $"{Clock.Date(card.NotBefore)} tot en met {Clock.Date(card.NotAfter)}", dated);
        if (card.CertificateSerial.Length > 0)
        {
            yield return new("Certificaatnummer", card.CertificateSerial);
        }
    }

    private static IEnumerable<CardFact> Numbers(UziIdentity card)
    {
        yield return new("Beroep", RoleNames.Of(card.RoleCode));
        yield return new("UZI-nummer", Grouped(card.UziNumber),
            "Dit nummer hoort bij je account. Het pasnummer is een ander nummer: acht cijfers, gedrukt op je pas.");
        if (card.CardType is UziCardType.CareProvider)
        {
            yield return card.Agb is { } agb
                ? new("AGB-code", agb, "Dit is je persoonlijke AGB-code. " + NotPersonal)
                : new("AGB-code", "staat niet op je pas (00000000)", "Dat mag. Dan telt je persoonlijke AGB-code bij je account. " + NotPersonal);
        }
    }

    /// <summary>Nine digits in threes, to read out; anything else as it is.</summary>
    public static string Grouped(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 9 ? $"{number[..3]}\u00A0{number[3..6]}\u00A0{number[6..]}" : number;
    }

    private static string TypeOf(UziCardType type) => type switch
    {
        UziCardType.None => "onbekend",
        UziCardType.CareProvider => "zorgverlenerpas (Z)",
        UziCardType.NamedEmployee => "medewerkerpas op naam (N)",
        UziCardType.UnnamedEmployee => "medewerkerpas niet op naam (M)",
        UziCardType.Server => "servercertificaat (S)",
    };
}

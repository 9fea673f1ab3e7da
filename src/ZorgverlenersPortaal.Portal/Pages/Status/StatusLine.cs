using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Status;

/// <summary>What the status page says of one part: words, never details (security.md §1.3 item 84).</summary>
/// <param name="Part">The part, Dutch.</param>
/// <param name="Kind">How it is.</param>
/// <param name="Words">The same in words.</param>
public sealed record StatusLine(string Part, NoteKind Kind, string Words)
{
    private const string Works = "Werkt";

    internal static StatusLine OfCards(RevocationStore store, UziTrust trust) => new(
        "Inloggen met je UZI-pas",
        RevocationWatch.Faults(store, trust).Count == 0 ? NoteKind.Done : NoteKind.Warning,
        RevocationWatch.Faults(store, trust).Count == 0 ? Works : "Lukt nu niet met elke pas. We kunnen niet elke pas controleren. Dit ligt niet aan je pas.");

    internal static StatusLine OfEpd(EpdHealth epd, string phone)
    {
        var call = phone.Length > 0 ? $" Spoed? Bel {PhoneText.Unbroken(phone)}." : "";
        var (kind, words) = epd switch
        {
            { Condition.State: EpdState.Down } or { TokenFailure: not null } => (NoteKind.Danger, "Nu niet bereikbaar." + call),
            { Condition.State: EpdState.Slow } => (NoteKind.Warning, "Traag. Het EPD antwoordt langzaam."),
            { MissingScopes.Count: > 0 } => (NoteKind.Warning, "Niet alles is nu te zien. Op de pagina staat wat er ontbreekt." + call),
            _ => (NoteKind.Done, Works),
        };
        return new("Gegevens uit het EPD", kind, words);
    }

    internal static StatusLine OfTrail(AuditTrail trail) => trail.Health.WriteFault is null
        ? new("Vastleggen van inzage", NoteKind.Done, Works)
        : new("Vastleggen van inzage", NoteKind.Danger, "Lukt nu niet. Daarom toont het portaal nu geen dossiers.");
}

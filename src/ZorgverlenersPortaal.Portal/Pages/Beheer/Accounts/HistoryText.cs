using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>The history of an account in words: the trail holds codes.</summary>
public static class HistoryText
{
    /// <summary>What happened.</summary>
    public static string Of(AuditEventType type) => type switch
    {
        AuditEventType.AccountAdded => "Account gemaakt",
        AuditEventType.AccountChanged => "Gegevens gewijzigd",
        AuditEventType.AccountBlocked => "Geblokkeerd",
        AuditEventType.AccountUnblocked => "Gedeblokkeerd",
        AuditEventType.AccountConfirmed => "Opnieuw bevestigd",
        AuditEventType.BlockCodeMade => "Blokkeercode gemaakt",
        AuditEventType.SelfBlockRefused => "Blokkeren met code mislukt",
        AuditEventType.AccountRequested => "Account aangevraagd",
        AuditEventType.AccountRequestSupplemented => "Aanvraag aangevuld",
        AuditEventType.AccountRequestQuestioned => "Aanvulling gevraagd",
        AuditEventType.AccountRequestApproved => "Aanvraag goedgekeurd",
        AuditEventType.AccountRequestRefused => "Aanvraag afgewezen",
        _ => type.ToString(),
    };

    /// <summary>The name of a field.</summary>
    public static string Field(string field) => field switch
    {
        "name" => "naam",
        "uzi" => "UZI-nummer",
        "function" => "functie",
        "role" => "beroep",
        "confirmedPhysician" => "01.000 bevestigd",
        "inTraining" => "in opleiding",
        "agb" => "AGB-code",
        "practiceAgb" => "AGB-code praktijk",
        "practiceManager" => "praktijkhouder",
        "big" => "BIG-nummer",
        "practice" => "praktijk",
        "email" => "e-mailadres",
        "phone" => "telefoonnummer",
        "status" => "status",
        "blockReason" => "reden blokkade",
        "confirmed" => "bevestigd",
        "firstApprover" => "eerste beoordelaar",
        "note" => "toelichting",
        _ => field,
    };

    /// <summary>A value as people read it.</summary>
    public static string Value(string field, string value) => field switch
    {
        "agb" or "practiceAgb" => NumberOf(value),
        "uzi" or "firstApprover" => Shared.NumberText.Uzi(value),
        "confirmedPhysician" or "inTraining" or "practiceManager" => "ja",
        "confirmed" when DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var time) => Clock.DateAndTime(time),
        "role" when Enum.TryParse<CareRole>(value, out var role) && Enum.IsDefined(role) => role.Dutch(),
        "function" when Enum.TryParse<AccountFunction>(value, out var function) && Enum.IsDefined(function) => function.Dutch(),
        "status" => value switch
        {
            nameof(AccountStatus.Active) => "actief",
            nameof(AccountStatus.Blocked) => "geblokkeerd",
            nameof(RequestStatus.Received) => "ontvangen",
            nameof(RequestStatus.SupplementAsked) => "aanvulling gevraagd",
            nameof(RequestStatus.Approved) => "goedgekeurd",
            nameof(RequestStatus.Refused) => "afgewezen",
            _ => value,
        },
        _ => value,
    };

    private static string NumberOf(string value) => Shared.NumberText.Agb(value);
}

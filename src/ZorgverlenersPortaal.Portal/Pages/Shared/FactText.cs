using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A fact of a decision in the doctor's words; the codes themselves are in the trail.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">What was found.</param>
/// <param name="Source">Where.</param>
public sealed record FactText(string What, string Value, string Source)
{
    /// <summary>What a doctor can weigh; settings that are on and counts are left to the trail.</summary>
    public static IEnumerable<FactText> Of(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Facts.Select(Of).OfType<FactText>();
    }

    private static FactText? Of(AuditFact fact) => fact.Name switch
    {
        "account.agb" => new("Je AGB-code", fact.Value, "je account"),
        "account.practiceAgb" => new("AGB-code van je praktijk", fact.Value, "je account"),
        "patient" => new("Patiënt in het EPD", fact.Value, "EPD"),
        "generalPractitioner" => new("Huisarts of arts van de patiënt", $"AGB-code {fact.Value}", fact.Source),
        "generalPractitioner.practice" => new("Praktijk van de patiënt", $"AGB-code {fact.Value}", fact.Source),
        "generalPractitioner.ended" => new("Eerdere arts, tot en met", fact.Value, fact.Source),
        "careTeam" => new("Lid van het behandelteam", $"AGB-code {fact.Value}", fact.Source),
        "residence" => new("Instelling waar de patiënt woont", $"AGB-code {fact.Value}", fact.Source),
        "delegation" => new("Je neemt waar voor", $"AGB-code {fact.Value}", "machtiging"),
        "delegation.practice" => new("Je neemt waar voor praktijk", $"AGB-code {fact.Value}", "machtiging"),
        "emergency" => new("Noodprocedure", "met jouw reden", "je opgave"),
        _ => null,
    };
}

using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The words for every refusal of an account (R9). To a stranger they say nothing of anybody else's account.</summary>
public static class AccountRefusalTexts
{
    private const string GiveCode = "Klopt alles? Geef dan de code hieronder door. Een schermafdruk is niet nodig.";

    /// <summary>The text for a refusal.</summary>
    public static RefusalText For(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.NoAccount => new("ZVP-L03", "Je pas is niet bekend in het portaal",
            "Je pas en je pincode zijn goed. Maar bij dit UZI-nummer hoort nog geen account.",
            [
                "Nog geen account aangevraagd? Doe dat met de knop hieronder.",
                "Al aangevraagd? Je kunt pas inloggen als je aanvraag is goedgekeurd. Gaf je je UZI-nummer door, en niet het pasnummer? En je persoonlijke AGB-code, niet die van de praktijk?",
                GiveCode,
            ]),
        AccountRefusal.Blocked => new("ZVP-L05", "Je account is geblokkeerd", "Met een geblokkeerd account kun je niet inloggen.",
            ["Bel ons. Houd de code hieronder bij de hand."]),
        AccountRefusal.NoAgb => new("ZVP-L15", "Bij je account ontbreekt je AGB-code",
            "Zonder je persoonlijke AGB-code weten we niet welke patiënten van jou zijn.",
            ["Geef je persoonlijke AGB-code aan ons door, niet die van de praktijk.", GiveCode]),
        AccountRefusal.AgbConflict => new("ZVP-L10", "Je AGB-code klopt niet",
            "De AGB-code op je pas is een andere dan de code bij je account.",
            ["Geef je persoonlijke AGB-code aan ons door, niet die van de praktijk.", GiveCode]),
        AccountRefusal.EmployeeCard => CardRefusalTexts.For(UziRefusal.EmployeeCard),
        AccountRefusal.RoleNotConfirmed => new("ZVP-L17", "Op je pas staat niet welk soort arts je bent",
            "Op je pas staat alleen \u201carts\u201d. Dan moeten wij eerst bevestigen dat je huisarts, specialist ouderengeneeskunde of arts verstandelijk gehandicapten bent.",
            [
                "Vraag een account aan als je dat nog niet deed. We zoeken je op in het BIG-register.",
                "Ben je in opleiding? Dan kun je niet inloggen.",
                GiveCode,
            ]),
        AccountRefusal.InTraining => new("ZVP-L18", "Artsen in opleiding kunnen niet inloggen",
            "Bij ons staat dat je in opleiding bent.",
            ["Is je opleiding klaar? Bel ons. We zoeken je dan op in het BIG-register.", GiveCode]),
        AccountRefusal.ConfirmationPassed => new("ZVP-L19", "Je account moet opnieuw worden bevestigd",
            "Elk jaar controleren we of je gegevens nog kloppen. Bij jouw account is dat te lang geleden.",
            ["Bel ons. Na de controle kun je meteen weer inloggen.", "Houd de code hieronder bij de hand."]),
        AccountRefusal.RoleConflict => new("ZVP-L16", "Je beroep klopt niet met je account",
            "Op je pas staat een ander beroep dan bij je account.",
            ["Gebruik de pas die bij je account hoort.", GiveCode]),
    };
}

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
                "Heb je de bevestiging van je account al? Zonder bevestiging kun je nog niet inloggen.",
                "Controleer je aanvraag. Gaf je je UZI-nummer door, en niet het pasnummer? En je persoonlijke AGB-code, niet die van de praktijk?",
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
        AccountRefusal.RoleConflict => new("ZVP-L16", "Je beroep klopt niet met je account",
            "Op je pas staat een ander beroep dan bij je account.",
            ["Gebruik de pas die bij je account hoort.", GiveCode]),
    };
}

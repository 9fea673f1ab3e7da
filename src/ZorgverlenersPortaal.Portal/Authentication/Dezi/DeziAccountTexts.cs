namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>The words for a refused account when no card was shown; the codes are those of a card, because the mend is the same.</summary>
public static class DeziAccountTexts
{
    private const string GiveCode = "Klopt alles? Geef dan de code hieronder door.";

    /// <summary>The text for a refusal.</summary>
    public static RefusalText For(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.NoAccount => Text(refusal, "Je Dezi-nummer is niet bekend in het portaal",
            "Inloggen bij Dezi is gelukt. Maar bij dit Dezi-nummer hoort nog geen account.",
            ["Heb je de bevestiging van je account al? Zonder bevestiging kun je nog niet inloggen.", "Je Dezi-nummer is hetzelfde als je UZI-nummer. Controleer dat in je aanvraag.", GiveCode]),
        AccountRefusal.Blocked or AccountRefusal.NoAgb or AccountRefusal.AgbConflict or AccountRefusal.EmployeeCard
            or AccountRefusal.RoleNotConfirmed or AccountRefusal.InTraining or AccountRefusal.ConfirmationPassed => AccountRefusalTexts.For(refusal),
        AccountRefusal.RoleConflict => Text(refusal, "Je beroep klopt niet met je account", "Bij Dezi koos je een ander beroep dan bij je account staat.",
            ["Log opnieuw in en kies bij Dezi het beroep dat bij je account hoort.", GiveCode]),
    };

    private static RefusalText Text(AccountRefusal refusal, string title, string lead, IReadOnlyList<string> steps) =>
        new(AccountRefusalTexts.For(refusal).Code, title, lead, steps);
}

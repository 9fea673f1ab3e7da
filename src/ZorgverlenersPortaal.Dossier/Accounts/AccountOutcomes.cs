namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The words for the outcome of a change (R9). Dutch, for the office.</summary>
public static class AccountOutcomes
{
    /// <summary>What the administrator reads.</summary>
    public static string Dutch(this AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Done => "Vastgelegd en meteen van kracht.",
        AccountOutcome.SecondApprovalNeeded => "Jouw goedkeuring is vastgelegd. Een andere beheerder moet ook goedkeuren.",
        AccountOutcome.NotThere => "Dit account of deze aanvraag bestaat niet.",
        AccountOutcome.AlreadyThere => "Bij dit UZI-nummer hoort al een account.",
        AccountOutcome.AgbInUse => "Deze AGB-code hoort al bij een ander account, of is de code van een praktijk.",
        AccountOutcome.RequestNeeded => "Een nieuw account begint als aanvraag, die twee beheerders goedkeuren.",
        AccountOutcome.OwnAccount => "Je kunt je eigen account of aanvraag niet wijzigen of goedkeuren. Vraag een andere beheerder.",
        AccountOutcome.SameAdministrator => "Je hebt deze aanvraag al goedgekeurd. Een andere beheerder moet ook goedkeuren.",
        AccountOutcome.WrongState => "Dit is intussen gewijzigd. Bekijk het opnieuw.",
        AccountOutcome.BigNotChecked => "Controleer eerst het BIG-register en vink dat aan.",
        AccountOutcome.ReasonMissing => "Schrijf een reden van ten hoogste 500 tekens.",
        AccountOutcome.FunctionConflict => "Een zorgverlener heeft een beroep nodig, en een praktijkhouder een AGB-code van de praktijk. Een medewerker heeft geen beroep en geen AGB-code.",
    };
}

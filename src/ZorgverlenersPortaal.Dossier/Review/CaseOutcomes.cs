namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The words for the outcome of a step with a case (R9). Dutch.</summary>
public static class CaseOutcomes
{
    /// <summary>What who took the step reads.</summary>
    public static string Dutch(this CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Done => "Vastgelegd.",
        CaseOutcome.NotThere => "Deze zaak bestaat niet.",
        CaseOutcome.WrongState => "De zaak is intussen gewijzigd. Bekijk haar opnieuw.",
        CaseOutcome.OwnLook => "Dit gaat over je eigen handelen. Een andere officer beoordeelt het.",
        CaseOutcome.Known => "Je gaf aan dat je de patiënt of de arts kent. Een andere officer beoordeelt het.",
        CaseOutcome.SameOfficer => "Hiervoor is een tweede officer nodig. Je kunt je eigen oordeel niet bevestigen of heropenen.",
        CaseOutcome.WordsWrong => "Schrijf 10 tot 2000 tekens.",
        CaseOutcome.VerdictMissing => "Kies een oordeel.",
        CaseOutcome.MinutesWrong => "Vul hele minuten in, van 1 tot 9999.",
        CaseOutcome.NoDoctor => "Deze persoon heeft geen account als zorgverlener en kan geen vraag beantwoorden. Vraag het op een andere manier.",
    };
}

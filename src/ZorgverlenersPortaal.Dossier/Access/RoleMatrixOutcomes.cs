namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The words for the outcome of a step with the matrix (R9). Dutch, for the office.</summary>
public static class RoleMatrixOutcomes
{
    /// <summary>What the administrator reads.</summary>
    public static string Dutch(this RoleMatrixOutcome outcome) => outcome switch
    {
        RoleMatrixOutcome.Done => "Vastgelegd.",
        RoleMatrixOutcome.NotThere => "Deze versie bestaat niet.",
        RoleMatrixOutcome.WrongState => "De rechten zijn intussen gewijzigd. Bekijk ze opnieuw.",
        RoleMatrixOutcome.AlreadyProposed => "Er wacht al een voorstel. Keur dat eerst goed of wijs het af.",
        RoleMatrixOutcome.SameAdministrator => "Je keurt je eigen voorstel niet goed. Vraag een andere beheerder.",
        RoleMatrixOutcome.DirectivesWithheld => "Behandelbeperkingen en allergieën horen bij elk dossier dat opengaat. Zet ‘Dossier gaat open’ aan, of sluit de hele kolom.",
        RoleMatrixOutcome.NothingChanged => "Er is niets gewijzigd.",
        RoleMatrixOutcome.WrongDay => "Kies een dag vanaf vandaag, niet vóór de vorige versie en ten hoogste twee jaar vooruit.",
        RoleMatrixOutcome.ReasonMissing => "Schrijf een reden van ten hoogste 500 tekens.",
    };
}

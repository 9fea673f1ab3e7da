namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The words for what the office must look at (R9). Dutch.</summary>
public static class RequestConflicts
{
    /// <summary>What the administrator reads.</summary>
    public static string Dutch(this RequestConflict conflict) => conflict switch
    {
        RequestConflict.AccountExists => "Bij dit UZI-nummer hoort al een account",
        RequestConflict.AgbInUse => "De AGB-code hoort bij een ander account",
        RequestConflict.AgbIsPracticeCode => "De AGB-code is van een praktijk, niet persoonlijk",
        RequestConflict.OtherOpenRequest => "Er is nog een open aanvraag voor dit UZI-nummer",
        RequestConflict.AgbKindUnknown => "De soort van deze AGB-code is niet bekend",
    };
}

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One rule that raises a look, and by what.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Points">Its weight by the rules file.</param>
/// <param name="Evidence">Where it stands: a resource of the EPD, a record of the trail, <c>delegation/x</c>.</param>
/// <param name="Count">How many or how long: patients, searches, days; 0 where nothing is counted.</param>
public sealed record Finding(ReviewRule Rule, int Points, IReadOnlyList<string> Evidence, int Count = 0)
{
    /// <summary>No explanation closes it: somebody must look.</summary>
    public bool IsHard => Rule is ReviewRule.OwnSurname or ReviewRule.OwnAddress or ReviewRule.RestrictedPatient or ReviewRule.Deceased or ReviewRule.RelationEnded;
}

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One rule as the file sets it; what a rule does not use is 0.</summary>
/// <param name="Points">Weight in the order of a list; 0 switches the rule off.</param>
/// <param name="Times">From how many.</param>
/// <param name="Minutes">In how many minutes.</param>
/// <param name="Days">After how many days.</param>
/// <param name="OrdinaryLooks">1: on ordinary looks too; 0: on emergencies only.</param>
public sealed record RuleSetting(int Points, int Times = 0, int Minutes = 0, int Days = 0, int OrdinaryLooks = 0);

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Names of what the trail's records of cases hold; written for years, so never renamed.</summary>
internal static class CaseFields
{
    public const string Number = "number";
    public const string Step = "step";
    public const string State = "state";
    public const string Due = "due";
    public const string Verdict = "verdict";
    public const string Minutes = "minutes";
    public const string Words = "words";
    public const string Origin = "origin";
    public const string Subject = "subject";
    public const string Doctor = "doctor";
    public const string Emergency = "emergency";
    public const string Reason = "reason";
    public const string Evidence = "evidence";
    public const string Owner = "owner";
    public const string Recused = "recused";
}

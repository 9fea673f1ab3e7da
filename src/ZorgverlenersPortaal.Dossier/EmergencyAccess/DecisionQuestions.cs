namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What a decision asks the EPD about a patient beside her record and her doctors, so that a pretended one can ask the same (R16).</summary>
/// <param name="Types">Resource types that are searched by patient.</param>
internal sealed record DecisionQuestions(IReadOnlyList<string> Types);

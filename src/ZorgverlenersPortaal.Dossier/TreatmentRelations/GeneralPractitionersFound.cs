using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>The personal AGB codes behind a patient's general practitioners.</summary>
/// <param name="Codes">Each code with the reference it was found through.</param>
/// <param name="References">How many references the patient has.</param>
/// <param name="Failure">The failure that kept a reference from being resolved, if any.</param>
internal sealed record GeneralPractitionersFound(
    IReadOnlyList<(AgbCode Code, string Source)> Codes, int References, EpdException? Failure);

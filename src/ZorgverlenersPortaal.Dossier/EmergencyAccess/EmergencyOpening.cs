namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What is about to be opened.</summary>
/// <param name="PatientId">The one patient.</param>
/// <param name="Bsn">Her BSN for the trail, where known.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Practitioners">Her general practitioners at this moment, who are told.</param>
/// <param name="IsGpUnresolved">They could not be told from the EPD.</param>
internal sealed record EmergencyOpening(
    string PatientId, string? Bsn, EmergencyGrounds Grounds, IReadOnlyList<AgbCode> Practitioners, bool IsGpUnresolved);

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>An emergency access that holds now: one patient, one session, until a time.</summary>
/// <param name="Id">Its id, as the trail and the officer's case name it.</param>
/// <param name="PatientId">The one patient, by the EPD's id.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="ReasonCode">The coded reason.</param>
public sealed record EmergencyInForce(string Id, string PatientId, DateTimeOffset Until, string ReasonCode);

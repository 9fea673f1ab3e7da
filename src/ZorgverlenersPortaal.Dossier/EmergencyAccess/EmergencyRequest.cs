namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>A form without faults.</summary>
/// <param name="Identity">Whom it is about.</param>
/// <param name="Grounds">Why.</param>
public sealed record EmergencyRequest(PatientIdentity Identity, EmergencyGrounds Grounds);

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>Why a record is opened, as the doctor stated it.</summary>
/// <param name="Reason">The coded reason.</param>
/// <param name="Words">Her own words, long enough and not those of the last time.</param>
/// <param name="HasCalled">She called, or cannot wait; asked only beyond the number of a day.</param>
public sealed record EmergencyGrounds(EmergencyReason Reason, string Words, bool HasCalled);

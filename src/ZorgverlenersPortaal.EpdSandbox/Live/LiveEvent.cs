namespace ZorgverlenersPortaal.EpdSandbox.Live;

/// <summary>
/// One thing that happened in the hospital: admitted, transferred or discharged, with the ids it touched.
/// </summary>
internal sealed record LiveEvent(string Kind, string Patient, string Encounter, string Ward, DateTimeOffset Time);

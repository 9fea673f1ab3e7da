namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>A practice or institution outside the hospital with the doctors who work there.</summary>
internal sealed record Practice(string Id, string Agb, string Ura, string Name, IReadOnlyList<Doctor> Doctors);

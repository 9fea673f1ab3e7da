namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>A part that was read, and where its JSON stands: bytes from the start of the JSON.</summary>
internal readonly record struct RecentPart(object? Value, int Start, int Length);

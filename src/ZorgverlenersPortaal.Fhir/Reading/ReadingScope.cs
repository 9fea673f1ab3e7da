namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// What the reader holds against the resource it is in; put aside while a resource inside it is read.
/// </summary>
internal readonly ref struct ReadingScope(string? distrust, ReadOnlySpan<byte> vitalName)
{
    public string? Distrust { get; } = distrust;

    public ReadOnlySpan<byte> VitalName { get; } = vitalName;
}

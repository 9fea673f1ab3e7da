namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// Where inline base64 stands in the buffer that was given to <see cref="FhirJson.Read"/>: first byte and length in
/// bytes of the text
/// between the quotes. With <see cref="HasEscapes"/> the JSON escapes (<c>\/</c>) must be taken out before decoding.
/// </summary>
public sealed record InlineContent(int Start, int Length, bool HasEscapes);

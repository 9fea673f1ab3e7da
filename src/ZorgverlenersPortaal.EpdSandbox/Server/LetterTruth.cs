namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// One letter of a patient; an empty <paramref name="Url"/> means that the PDF is inside the DocumentReference, an
/// empty <paramref name="Label"/> that it has no security label.
/// </summary>
internal sealed record LetterTruth(string Id, string Type, string Status, string DocStatus, string Url, string Label);

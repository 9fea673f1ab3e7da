namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Who wrote a letter and how to call, as the EPD's directory knows it now.</summary>
/// <param name="Name">The person, or the department.</param>
/// <param name="Specialty">Her specialty.</param>
/// <param name="Phone">A number for work; null when the EPD has none.</param>
public sealed record LetterContact(string? Name, string? Specialty, string? Phone);

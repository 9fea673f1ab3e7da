namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Where a section's data came from and when: "Uit EPD, opgehaald om 09:14:02".</summary>
/// <param name="FetchedAt">When the EPD answered, formatted: "09:14:02".</param>
/// <param name="RetryUrl">Where the section can be fetched again; null leaves the link out.</param>
/// <param name="What">The section's name, read out after "Opnieuw ophalen" so that the links of a page differ.</param>
public sealed record SourceLine(string FetchedAt, string? RetryUrl, string? What = null);

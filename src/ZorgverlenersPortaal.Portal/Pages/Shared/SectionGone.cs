namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A section that could not be shown (R7): never to be mistaken for an empty one. All texts are ready to show.</summary>
/// <param name="What">What is wrong, as a heading without a full stop: "Medicatie is nu niet op te halen".</param>
/// <param name="Why">One sentence: "Het EPD gaf geen antwoord binnen 5 seconden."</param>
/// <param name="Call">Whom to call, name and number: "Afdeling B3 Cardiologie: 078 000 43 30".</param>
/// <param name="Code">The code of the failure: "ZVP-E02".</param>
/// <param name="At">When it failed, formatted: "09:14:07".</param>
/// <param name="Incident">The request id that also stands in the log.</param>
/// <param name="RetryUrl">Where the section can be fetched again; null leaves the button out.</param>
public sealed record SectionGone(
    string What,
    string Why,
    string Call,
    string Code,
    string At,
    string Incident,
    string? RetryUrl);

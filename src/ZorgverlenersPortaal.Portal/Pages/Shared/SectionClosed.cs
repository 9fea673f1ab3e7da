namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A section that the hospital does not open to this role: no failure, so nothing to try again. All texts are ready to show.</summary>
/// <param name="What">Heading without a full stop: "Niet getoond: Diagnoses".</param>
/// <param name="Why">One sentence.</param>
/// <param name="Call">Whom to ask, name and number.</param>
/// <param name="Code">The code of the reason: "ZVP-N10".</param>
/// <param name="At">When it was decided, formatted: "09:14:07".</param>
/// <param name="Incident">The request id that also stands in the trail.</param>
public sealed record SectionClosed(string What, string Why, string Call, string Code, string At, string Incident);

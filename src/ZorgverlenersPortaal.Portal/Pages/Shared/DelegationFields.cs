using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The days and duties of a delegation, the same for a doctor and the office.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="MaximumDays">Days it may last.</param>
/// <param name="WithPractice">The patients of the practice's AGB may be handed over too.</param>
public sealed record DelegationFields(DelegationForm Form, int MaximumDays, bool WithPractice);

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Somebody who has not signed in: an applicant, or a doctor whose card is gone.</summary>
/// <param name="RequestId">Id of the request, as in log and trail.</param>
/// <param name="Incident">The code that can be read out.</param>
/// <param name="Address">Network address, for the limits and the trail.</param>
public sealed record Caller(string RequestId, string? Incident, string? Address);

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What a search gave, for the decision and the trail; holds nothing to show.</summary>
/// <param name="Outcome">Found, or why not.</param>
/// <param name="PatientId">The surviving record, only when found.</param>
internal sealed record IdentityFound(SearchOutcome Outcome, string? PatientId = null)
{
    /// <summary>Other persons' records that the EPD gave: an incident (R4).</summary>
    public IReadOnlyList<string> Strangers { get; init; } = [];
}

using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What came of a search, for the trail.</summary>
/// <param name="Reason">Coded.</param>
/// <param name="PatientId">Who was found; null for nobody.</param>
/// <param name="IsFailure">The EPD could not tell.</param>
internal sealed record FinderResult(string Reason, string? PatientId = null, bool IsFailure = false)
{
    /// <summary>What the decision about the found patient rests on.</summary>
    public IReadOnlyList<AuditFact> Facts { get; init; } = [];
}

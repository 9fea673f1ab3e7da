using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>A case as its officer reads it.</summary>
public sealed record CaseFile
{
    /// <summary>The case.</summary>
    public required ReviewCase Case { get; init; }

    /// <summary>What was done with it, oldest first.</summary>
    public IReadOnlyList<CaseMove> Moves { get; init; } = [];

    /// <summary>The evidence as the trail holds it now, oldest first.</summary>
    public IReadOnlyList<EvidenceRead> Evidence { get; init; } = [];

    /// <summary>The emergency it is about, without the patient; null for other looks.</summary>
    public EmergencyCase? Emergency { get; init; }

    /// <summary>Why this officer may not judge it, and so sees nothing of it; null when she may.</summary>
    public CaseOutcome? Closed { get; init; }
}

using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// What the rules know of a doctor herself, for "why do I not see this patient?". Never a word about a patient: whoever asks
/// learns nothing of who is one (R16).
/// </summary>
public sealed record DecisionWalk
{
    /// <summary>Who asks.</summary>
    public required CareProvider Provider { get; init; }

    /// <summary>Doctors of a practice may see each other's patients.</summary>
    public bool IsPracticeRuleOn { get; init; }

    /// <summary>Her role may look by care team.</summary>
    public bool IsCareTeamRuleOn { get; init; }

    /// <summary>Her role may look by institution.</summary>
    public bool IsResidenceRuleOn { get; init; }

    /// <summary>Every delegation to her, as it stands now.</summary>
    public required IReadOnlyList<DelegationStanding> Delegations { get; init; }
}

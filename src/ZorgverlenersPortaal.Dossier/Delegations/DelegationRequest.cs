namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A delegation that is asked for, right by itself; accounts and overlap are looked up when it is made.</summary>
public sealed record DelegationRequest
{
    /// <summary>UZI number of the named doctor; null when a practice receives it.</summary>
    public string? ReceiverUzi { get; init; }

    /// <summary>AGB code of the practice; null when a named doctor receives it.</summary>
    public AgbCode? ReceiverPractice { get; init; }

    /// <summary>First day.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>Duties.</summary>
    public ShiftTimes Shifts { get; init; } = ShiftTimes.Always;

    /// <summary>At most 300 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The practice's patients too.</summary>
    public bool CoversPractice { get; init; }
}

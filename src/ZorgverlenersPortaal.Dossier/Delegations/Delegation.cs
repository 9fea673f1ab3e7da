namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A delegation as it is kept, with how it stands at the moment it was read. Never holds anything of a patient.</summary>
public sealed record Delegation
{
    /// <summary>16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>UZI number of the doctor whose patients it covers.</summary>
    public required string GiverUzi { get; init; }

    /// <summary>Her name as the office has it now.</summary>
    public required string GiverName { get; init; }

    /// <summary>Her practice as the office has it now.</summary>
    public string? GiverPractice { get; init; }

    /// <summary>UZI number of who stands in; null when a practice does.</summary>
    public string? ReceiverUzi { get; init; }

    /// <summary>AGB code of the practice that stands in; null when a named doctor does.</summary>
    public AgbCode? ReceiverPractice { get; init; }

    /// <summary>Name of the doctor or the practice that stands in.</summary>
    public required string ReceiverName { get; init; }

    /// <summary>First day, in the Netherlands.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>The duties it is bound to; null when what is kept cannot be read, and then it holds at no hour.</summary>
    public ShiftTimes? Shifts { get; init; }

    /// <summary>Reason or remark of who gave it.</summary>
    public string? Note { get; init; }

    /// <summary>The practice AGB was handed over too; whether that holds is judged at every look.</summary>
    public bool CoversPractice { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset Made { get; init; }

    /// <summary>The office entered it, on the giver's written word.</summary>
    public bool IsMadeByOffice { get; init; }

    /// <summary>When who stands in accepted it.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>When the office approved it.</summary>
    public DateTimeOffset? Approved { get; init; }

    /// <summary>When the giver last confirmed it after giving it.</summary>
    public DateTimeOffset? Reconfirmed { get; init; }

    /// <summary>When it was ended or refused.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Who ended or refused it.</summary>
    public DelegationSide? EndedBy { get; init; }

    /// <summary>How it stood when it was read.</summary>
    public DelegationState State { get; init; }

    /// <summary>Before this moment the giver must confirm it again, else it stops; null when it ends earlier by itself.</summary>
    public DateTimeOffset? ReconfirmBefore { get; init; }

    /// <summary>The giver may confirm it again now: soon needed, or past due while its last day is not over.</summary>
    public bool MayReconfirm { get; init; }

    /// <summary>It stopped only because the giver did not confirm it again.</summary>
    public bool IsLapsed => State == DelegationState.Ended && ReconfirmBefore is not null;

    /// <summary>When it begins.</summary>
    public DateTimeOffset From => WallClock.Begin(FirstDay);

    /// <summary>When it ends by its days and its confirmation.</summary>
    public DateTimeOffset Until => ReconfirmBefore ?? End;

    /// <summary>The end of its last day.</summary>
    internal DateTimeOffset End => WallClock.Begin(LastDay.AddDays(1));
}

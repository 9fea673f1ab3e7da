namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Why a delegation cannot be given (R9). What is looked up in accounts is recorded; a slip of the pen is not.</summary>
public enum DelegationFault
{
    /// <summary>No UZI number and no AGB code.</summary>
    Receiver,

    /// <summary>Nobody has this number, or who has it may not look now: one answer for both (R16).</summary>
    ReceiverUnknown,

    /// <summary>To oneself.</summary>
    Self,

    /// <summary>The giver has no account that may look now; only the office meets this.</summary>
    GiverUnknown,

    /// <summary>The first day is no date.</summary>
    FirstDay,

    /// <summary>The last day is no date.</summary>
    LastDay,

    /// <summary>It would begin before today.</summary>
    InThePast,

    /// <summary>It would begin later than the longest delegation from today lasts.</summary>
    TooFarAhead,

    /// <summary>The last day lies before the first.</summary>
    EndBeforeStart,

    /// <summary>Longer than the hospital allows.</summary>
    TooLong,

    /// <summary>The same two have one in these days already.</summary>
    Overlap,

    /// <summary>A duty cannot be read.</summary>
    Shifts,

    /// <summary>The remark is too long.</summary>
    Note,

    /// <summary>Only the practice's manager hands over its patients, where the hospital allows it.</summary>
    Practice,
}

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What came of an emergency form, or of a search for an own patient.</summary>
public enum EmergencyOutcome
{
    /// <summary>The record is open until the time; the officer's case is made.</summary>
    Opened,

    /// <summary>She may see this patient anyway: it opens as always, without a case.</summary>
    OpensNormally,

    /// <summary>Nothing opened. Unknown, another birth date, more than one: all the same (R16).</summary>
    NotFound,

    /// <summary>Too many searches found nobody; nothing was searched.</summary>
    SearchesStopped,

    /// <summary>Beyond the number of a day: she is asked to call, and can go on; nothing was searched.</summary>
    CallFirst,

    /// <summary>The EPD gave no usable answer; nothing opened.</summary>
    EpdGone,
}

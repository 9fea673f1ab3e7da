namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>What is known of a line of the EPD's log.</summary>
[Flags]
internal enum LineMarks
{
    None = 0,

    /// <summary>It lies in the days asked for; others only help to match.</summary>
    InPeriod = 1,

    HasRequest = 2,

    /// <summary>The request id has the shape of the portal's own.</summary>
    IsOwnRequest = 4,

    HasPatient = 8,

    /// <summary>The patient is known by BSN only.</summary>
    IsBsn = 16,

    /// <summary>The trail holds a record of the request.</summary>
    IsKnown = 32,

    /// <summary>One of those names this patient.</summary>
    IsNamed = 64,

    /// <summary>One of those is a list or a search.</summary>
    IsList = 128,

    /// <summary>One of those cannot name the patient: it names a period or nobody, or patients without a BSN.</summary>
    IsUnnameable = 256,
}

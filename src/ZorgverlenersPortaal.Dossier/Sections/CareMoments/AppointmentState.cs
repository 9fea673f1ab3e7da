namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>What the EPD says of an appointment.</summary>
public enum AppointmentState
{
    /// <summary>No status, or one that FHIR does not know.</summary>
    Unknown,

    /// <summary>Suggested; nobody has agreed.</summary>
    Proposed,

    /// <summary>Asked for, not yet confirmed.</summary>
    Pending,

    /// <summary>Stands.</summary>
    Booked,

    /// <summary>On a list for an earlier moment.</summary>
    Waitlist,

    /// <summary>The patient has come.</summary>
    Arrived,

    /// <summary>Took place.</summary>
    Fulfilled,

    /// <summary>Does not take place.</summary>
    Cancelled,

    /// <summary>The patient did not come.</summary>
    NoShow,
}

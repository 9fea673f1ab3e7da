namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>Where the EPD's log and the trail do not agree.</summary>
public enum GapKind
{
    /// <summary>Grave: the EPD gave something to the portal on a request of which the trail holds nothing. A look without a record.</summary>
    NoRecord,

    /// <summary>Grave: the EPD gave something of a patient to the portal and kept no request id, so that nobody can say on which look.</summary>
    NoRequestId,

    /// <summary>Grave: the trail knows the request, and it was not about this patient.</summary>
    OtherPatient,

    /// <summary>
    /// The request was a list or a search, and the record does not name this patient: a list shows fewer than it is given (who is not in hospital, whom
    /// the doctor may not see), and a search that finds several shows nobody.
    /// </summary>
    NotOnList,

    /// <summary>The trail says that something was shown, and the EPD's log holds nothing of it: two requests of one session shared an answer, or the log is not whole.</summary>
    NoLine,
}

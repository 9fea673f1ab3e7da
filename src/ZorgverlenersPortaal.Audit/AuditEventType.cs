namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// What happened. The number is the event id: it is stored in the trail for at least five years and never changes or
/// returns. The catalogue is docs/audit-events.md.
/// </summary>
public enum AuditEventType
{
    /// <summary>A care provider signed in with a card and an account that were both accepted.</summary>
    SignedIn = 1001,

    /// <summary>Someone tried to sign in and was refused; the decision holds the reason code.</summary>
    SignInRefused = 1002,

    /// <summary>A care provider ended the session by choice.</summary>
    SignedOut = 1003,

    /// <summary>A session ended by itself: idle, too old, card revoked, account blocked or ended elsewhere.</summary>
    SessionEnded = 1004,

    /// <summary>A session cookie came with another card or without one; the session is ended (DESIGN §6).</summary>
    SessionRefused = 1005,

    /// <summary>Someone signed in with Dezi proved anew who it is, before something weighty.</summary>
    ConfirmedWithDezi = 1020,

    /// <summary>A list of patients is about to be shown; names every patient on it.</summary>
    PatientListShown = 2001,

    /// <summary>A patient's record is opened: the decision and the banner's data.</summary>
    PatientOpened = 2002,

    /// <summary>One section of a patient's record is about to be shown.</summary>
    SectionShown = 2003,

    /// <summary>A letter is about to be sent to the browser; recorded before its headers.</summary>
    LetterOpened = 2004,

    /// <summary>Access to a patient, section, letter or list was denied; nothing was shown.</summary>
    AccessDenied = 2005,

    /// <summary>The EPD answered with a resource of another patient; it was dropped (R4).</summary>
    ForeignResourceDropped = 2006,

    /// <summary>A section could not be read or shown; the page says so (R7).</summary>
    SectionFailed = 2007,

    /// <summary>A list of patients could not be read or shown; the page says so (R7).</summary>
    ListFailed = 2008,

    /// <summary>An account was added.</summary>
    AccountAdded = 3001,

    /// <summary>An account was changed, blocked or unblocked.</summary>
    AccountChanged = 3002,

    /// <summary>Someone verified the trail; the detail holds the verdict.</summary>
    TrailVerified = 4001,
}

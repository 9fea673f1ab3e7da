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

    /// <summary>A doctor signed in once more than may be at once; the session not used for longest was ended.</summary>
    SessionReplaced = 1006,

    /// <summary>A doctor ended one of the own sessions.</summary>
    OwnSessionEnded = 1007,

    /// <summary>A doctor ended all own sessions.</summary>
    SignedOutEverywhere = 1008,

    /// <summary>The card was proven once more, for one purpose (docs/adr/0015).</summary>
    StepUpProven = 1009,

    /// <summary>A form came with a challenge that proves nothing: used, expired, of another session or purpose.</summary>
    StepUpRefused = 1010,

    /// <summary>A request brought a certificate or person in a header; it was ignored (docs/adr/0016).</summary>
    IdentityHeaderIgnored = 1016,

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

    /// <summary>A page with a list asks to be told when the list changes; what the machine then reads is shown to nobody.</summary>
    ListWatched = 2009,

    /// <summary>A page of a patient's record is about to be sent for printing; beside 2002 and 2003, which say what is on it.</summary>
    RecordPrinted = 2010,

    /// <summary>A list of patients is about to be sent for printing, in place of 2001; names every patient on it.</summary>
    ListPrinted = 2011,

    /// <summary>A list was shown with whether the letters of each discharge have come.</summary>
    DischargeLettersShown = 2012,

    /// <summary>The letters of a patient were searched for words; the words are nowhere.</summary>
    LettersSearched = 2013,

    /// <summary>A section of a patient's record is about to be shown as it was at a moment that has been; the detail holds it.</summary>
    PastShown = 2014,

    /// <summary>A list was printed with what is open of its patients: results, and requests without one.</summary>
    OpenResultsShown = 2017,

    /// <summary>A patient's whole BSN is about to be shown, which pages mask; beside 2002 and 2003, which say what is on the page.</summary>
    BsnShown = 2020,

    /// <summary>A request of somebody signed in ended before its first byte; nothing was shown, but the EPD may have been asked.</summary>
    LookAbandoned = 2030,

    /// <summary>An account was added.</summary>
    AccountAdded = 3001,

    /// <summary>An account was changed.</summary>
    AccountChanged = 3002,

    /// <summary>Somebody asked for an account.</summary>
    AccountRequested = 3003,

    /// <summary>An applicant answered what the office asked.</summary>
    AccountRequestSupplemented = 3004,

    /// <summary>An administrator approved a request; with four eyes perhaps the first of two.</summary>
    AccountRequestApproved = 3005,

    /// <summary>An administrator refused a request, or the rules did.</summary>
    AccountRequestRefused = 3006,

    /// <summary>An administrator asked the applicant for more.</summary>
    AccountRequestQuestioned = 3007,

    /// <summary>An account was blocked: by the office, or by the doctor with the personal block code.</summary>
    AccountBlocked = 3008,

    /// <summary>An account was unblocked.</summary>
    AccountUnblocked = 3009,

    /// <summary>The office confirmed that an account is still right.</summary>
    AccountConfirmed = 3010,

    /// <summary>A file of accounts was imported; each account has its own record before this one.</summary>
    AccountsImported = 3011,

    /// <summary>A personal block code was made; the one before no longer works.</summary>
    BlockCodeMade = 3012,

    /// <summary>Somebody tried to block an account with a wrong code, or an account that is not there.</summary>
    SelfBlockRefused = 3013,

    /// <summary>Somebody signed in asked for a page of another function; nothing of it was shown.</summary>
    FunctionRefused = 3014,

    /// <summary>A doctor, or the office on her written word, handed her patients to somebody.</summary>
    DelegationGiven = 3101,

    /// <summary>Who stands in accepted a delegation.</summary>
    DelegationAccepted = 3102,

    /// <summary>Who should stand in refused a delegation, or the office did.</summary>
    DelegationRefused = 3103,

    /// <summary>The office approved a delegation.</summary>
    DelegationApproved = 3104,

    /// <summary>Either side or the office ended a delegation.</summary>
    DelegationEnded = 3105,

    /// <summary>The giver confirmed a delegation once more.</summary>
    DelegationReconfirmed = 3106,

    /// <summary>Somebody tried to give or change a delegation and the rules or an earlier change stood in the way.</summary>
    DelegationChangeRefused = 3107,

    /// <summary>A doctor searched for a patient in an emergency; found or not.</summary>
    EmergencySearched = 3201,

    /// <summary>One patient was opened in an emergency, and the officer's case with it.</summary>
    EmergencyOpened = 3202,

    /// <summary>An emergency goes on, for a new reason.</summary>
    EmergencyExtended = 3203,

    /// <summary>The doctor ended an emergency before its time.</summary>
    EmergencyEnded = 3204,

    /// <summary>The doctor accounted for an emergency afterwards.</summary>
    EmergencyAccounted = 3205,

    /// <summary>A search was not made: too many found nobody, or the doctor is asked to call first.</summary>
    EmergencyRefused = 3206,

    /// <summary>A doctor searched for a patient of her own, or of whom she stands in for; found or not.</summary>
    OwnPatientSearched = 3207,

    /// <summary>An administrator proposed another role matrix; nothing is in force by it.</summary>
    RoleMatrixProposed = 3301,

    /// <summary>Another administrator approved it; it holds from the moment in the record.</summary>
    RoleMatrixApproved = 3302,

    /// <summary>A proposed role matrix was refused, or withdrawn by who proposed it.</summary>
    RoleMatrixRejected = 3303,

    /// <summary>A patient was put on the hospital's list of objections and restricted records.</summary>
    PatientProtected = 3304,

    /// <summary>An entry of that list was ended.</summary>
    PatientProtectionEnded = 3305,

    /// <summary>Maintenance was planned; pages announce it.</summary>
    MaintenancePlanned = 3501,

    /// <summary>Planned maintenance was taken back, or ended early.</summary>
    MaintenanceWithdrawn = 3502,

    /// <summary>A doctor was refused what is unknown or not hers more often than is allowed in a short time.</summary>
    TooManyRefusedLooks = 3401,

    /// <summary>Nobody accounted for an emergency in time; once for each emergency, by the portal itself.</summary>
    EmergencyNotAccounted = 3411,

    /// <summary>Someone verified the trail; the detail holds the verdict.</summary>
    TrailVerified = 4001,

    /// <summary>An officer searched the trail; the detail holds what for, and how much was found.</summary>
    TrailSearched = 4002,

    /// <summary>An officer opened one record of the trail; the detail says which.</summary>
    TrailRecordShown = 4003,

    /// <summary>An officer took what a search found out of the portal, as CSV, as FHIR AuditEvents or as JSON of NEN 7513.</summary>
    TrailExported = 4004,

    /// <summary>An officer made a patient's overview of who looked at her record (art. 15e Wabvpz).</summary>
    PatientOverviewMade = 4005,

    /// <summary>An officer saw again what a record of the trail says was shown, or was refused it; the decision's facts say which record and why.</summary>
    VersionsReviewed = 4006,

    /// <summary>An officer made a report of the trail: of a practice, of an employee or of a whole record; the detail says which kind and for what.</summary>
    AccessReportMade = 4007,

    /// <summary>A case of an officer was opened: by an emergency, by a rule, at random, by a patient's question or by herself.</summary>
    CaseOpened = 4030,

    /// <summary>Records of the trail were added to a case's evidence.</summary>
    CaseEvidenceAdded = 4031,

    /// <summary>An officer asked the doctor about a look.</summary>
    CaseAsked = 4032,

    /// <summary>The doctor explained a look: by an answer, or by accounting for an emergency.</summary>
    CaseExplained = 4033,

    /// <summary>An officer judged a look to be lawful.</summary>
    CaseClosed = 4034,

    /// <summary>An officer judged a look to be a breach; nothing holds until a second officer agrees.</summary>
    CaseBreachProposed = 4035,

    /// <summary>A second officer agreed that a look was a breach, or did not.</summary>
    CaseBreachDecided = 4036,

    /// <summary>An officer other than who judged it opened a judged case again.</summary>
    CaseReopened = 4037,

    /// <summary>An officer took a case on, or left it to others because she knows the patient or the doctor.</summary>
    CaseAssigned = 4038,

    /// <summary>An officer read a case with its evidence; the detail says which records no longer are what they were.</summary>
    CaseShown = 4039,

    /// <summary>An officer has the looks of a period explained and judged, or was refused it; the detail holds the period and the hash of the rules.</summary>
    LooksReviewed = 4020,

    /// <summary>The seed of a random sample of looks, before it is drawn; the detail holds it.</summary>
    SampleSeeded = 4021,

    /// <summary>An officer is about to be shown the looks that a review raised and those that were drawn; names every patient among them.</summary>
    ReviewShown = 4022,

    /// <summary>A node started with the hospital's own rules of review; the changes hold the hash of the file.</summary>
    ReviewRulesLoaded = 4023,

    /// <summary>The EPD's own access log was laid beside the trail; the detail holds the verdict, and which file it was.</summary>
    TrailReconciled = 4024,

    /// <summary>A command is about to copy the accounts and the whole trail.</summary>
    BackupMade = 4025,
}

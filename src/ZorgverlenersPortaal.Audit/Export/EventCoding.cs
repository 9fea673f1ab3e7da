namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>What an event is in the words of FHIR and DICOM (DCM, PS3.16).</summary>
/// <param name="Kind">Which profile of IHE BALP it can follow, if any.</param>
/// <param name="Type">Code of AuditEvent.type: <c>rest</c>, or a number of DCM.</param>
/// <param name="Subtype">Code of AuditEvent.subtype, of the same list as the type; null where none fits.</param>
internal sealed record EventCoding(EventKind Kind, string Type, string? Subtype = null)
{
    private const string Authentication = "110114";
    private const string Alert = "110113";

    /// <summary>The coding of an event; one that is added later and not named here is a security alert, never left out.</summary>
    public static EventCoding Of(AuditEventType type) => type switch
    {
        AuditEventType.PatientOpened or AuditEventType.LetterOpened or AuditEventType.BsnShown => new(EventKind.Read, "rest", "read"),
        AuditEventType.PatientListShown or AuditEventType.SectionShown or AuditEventType.LettersSearched or AuditEventType.DischargeLettersShown
            or AuditEventType.OpenResultsShown or AuditEventType.PastShown or AuditEventType.EmergencySearched or AuditEventType.OwnPatientSearched
            or AuditEventType.SectionFailed or AuditEventType.ListFailed or AuditEventType.ListWatched => new(EventKind.Query, "rest", "search"),
        AuditEventType.AccessDenied or AuditEventType.LookAbandoned => new(EventKind.Other, "rest", "read"),
        AuditEventType.RecordPrinted or AuditEventType.ListPrinted => new(EventKind.Other, "110106"),
        AuditEventType.SignedIn or AuditEventType.SignInRefused => new(EventKind.Other, Authentication, "110122"),
        AuditEventType.SignedOut or AuditEventType.SessionEnded or AuditEventType.SessionRefused or AuditEventType.SessionReplaced
            or AuditEventType.OwnSessionEnded or AuditEventType.SignedOutEverywhere => new(EventKind.Other, Authentication, "110123"),
        AuditEventType.StepUpProven or AuditEventType.StepUpRefused or AuditEventType.ConfirmedWithDezi => new(EventKind.Other, Authentication),
        AuditEventType.EmergencyOpened or AuditEventType.EmergencyExtended => new(EventKind.Other, Alert, "110127"),
        // 110128 is Network Configuration in DCM, whatever examples say.
        AuditEventType.EmergencyEnded => new(EventKind.Other, Alert, "110138"),
        AuditEventType.FunctionRefused => new(EventKind.Other, Alert, "110132"),
        AuditEventType.RoleMatrixProposed or AuditEventType.RoleMatrixApproved or AuditEventType.RoleMatrixRejected => new(EventKind.Other, Alert, "110136"),
        AuditEventType.PatientProtected or AuditEventType.PatientProtectionEnded => new(EventKind.Other, Alert, "110135"),
        >= AuditEventType.AccountAdded and <= AuditEventType.DelegationChangeRefused => new(EventKind.Other, Alert, "110137"),
        >= AuditEventType.TrailVerified => new(EventKind.Other, "110101"),
        _ => new(EventKind.Other, Alert),
    };
}

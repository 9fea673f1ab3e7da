namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>The profiles of IHE BALP that a look at a patient can follow.</summary>
internal enum EventKind
{
    /// <summary>None: an AuditEvent of plain R4.</summary>
    Other,

    /// <summary>PatientRead: something known was fetched.</summary>
    Read,

    /// <summary>PatientQuery: something was searched for.</summary>
    Query,
}

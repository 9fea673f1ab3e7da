namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>How the EPD's access log is written.</summary>
public enum EpdLogFormat
{
    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>A FHIR R4 Bundle of AuditEvents.</summary>
    Bundle,

    /// <summary>FHIR R4 AuditEvents, one a line.</summary>
    Ndjson,
}

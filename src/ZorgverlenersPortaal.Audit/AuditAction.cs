namespace ZorgverlenersPortaal.Audit;

/// <summary>The kind of act, as NEN 7513 and DICOM PS3.15 code it; stored as its letter C, R, U, D or E.</summary>
public enum AuditAction
{
    /// <summary>C: something was made.</summary>
    Create,

    /// <summary>R: something was looked at.</summary>
    Read,

    /// <summary>U: something was changed.</summary>
    Update,

    /// <summary>D: something was taken away.</summary>
    Delete,

    /// <summary>E: something was done, such as signing in or searching.</summary>
    Execute,
}

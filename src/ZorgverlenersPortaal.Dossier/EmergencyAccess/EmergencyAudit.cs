namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>Words that every record of an emergency shares.</summary>
internal static class EmergencyAudit
{
    /// <summary>Purpose of use (HL7 v3 PurposeOfUse, NEN 7513).</summary>
    public const string Purpose = "ETREAT";
}

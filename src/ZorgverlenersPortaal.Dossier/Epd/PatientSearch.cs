namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>How the patients of a doctor are searched (fhir.md §1.3, docs/adr/0024). Whatever the way, each row is proven by the Patient itself.</summary>
public enum PatientSearch
{
    /// <summary>What the EPD's CapabilityStatement allows; plain where it says nothing.</summary>
    Auto,

    /// <summary>Practitioner, PractitionerRole, Patient: three plain searches.</summary>
    Plain,

    /// <summary>One search that goes from the Patient to the doctor's number by itself.</summary>
    Chain,

    /// <summary>The number as it stands in the Patient's own reference.</summary>
    Identifier,

    /// <summary>Everybody in hospital, of whom strangers are dropped at once.</summary>
    AdmittedFirst,
}

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>The code and naming systems the hospital writes (nl-core zib2020, HL7 terminology).</summary>
internal static class CodeSystems
{
    public const string Bsn = "http://fhir.nl/fhir/NamingSystem/bsn";
    public const string Agb = "http://fhir.nl/fhir/NamingSystem/agb-z";

    /// <summary>The AGB system as older data write it.</summary>
    public const string AgbOid = "urn:oid:2.16.840.1.113883.2.4.6.1";
    public const string Uzi = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";
    public const string Ura = "http://fhir.nl/fhir/NamingSystem/ura";
    public const string UziRole = "http://fhir.nl/fhir/NamingSystem/uzi-rolcode";
    public const string PatientNumber = "https://drechtoever.example/fhir/NamingSystem/patientnummer";
    public const string AdmissionNumber = "https://drechtoever.example/fhir/NamingSystem/opnamenummer";
    public const string OrganizationType = "http://nictiz.nl/fhir/NamingSystem/organization-type";
    public const string Snomed = "http://snomed.info/sct";
    public const string Loinc = "http://loinc.org";
    public const string Ucum = "http://unitsofmeasure.org";
    public const string Atc = "http://www.whocc.no/atc";
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10-nl";
    public const string ActCode = Hl7 + "v3-ActCode";

    /// <summary>The start of HL7's own code systems; the name of one goes behind it.</summary>
    public const string Hl7 = "http://terminology.hl7.org/CodeSystem/";
    public const string Profile = "http://nictiz.nl/fhir/StructureDefinition/";
    public const string Hl7Extension = "http://hl7.org/fhir/StructureDefinition/";
}

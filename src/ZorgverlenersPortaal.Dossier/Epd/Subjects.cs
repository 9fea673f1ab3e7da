using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Whose is a resource? Only a reference that resolves to a Patient at the configured base counts (R4, H091).</summary>
internal static class Subjects
{
    /// <summary>The patient's id, or null when the resource names none that can be trusted.</summary>
    public static string? Of(Resource resource, Uri baseAddress) => resource switch
    {
        Patient patient => patient.Id,
        Encounter encounter => PatientId(encounter.Subject, baseAddress),
        Condition condition => PatientId(condition.Subject, baseAddress),
        AllergyIntolerance allergy => PatientId(allergy.Patient, baseAddress),
        Consent consent => PatientId(consent.Patient, baseAddress),
        DocumentReference document => PatientId(document.Subject, baseAddress),
        _ => null,
    };

    private static string? PatientId(FhirReference? reference, Uri baseAddress) =>
        reference is not null && ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Patient" } resolved
            ? resolved.Id
            : null;
}

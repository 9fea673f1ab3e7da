using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Whose is a resource? Only a reference that resolves to a Patient at the configured base counts (R4, H091).</summary>
internal static class Subjects
{
    /// <summary>The patient's id, or null when the resource names none that can be trusted.</summary>
    public static string? Of(Resource resource, Uri baseAddress) =>
        resource is Patient patient ? patient.Id : PatientId(resource.PatientReference, baseAddress);

    private static string? PatientId(FhirReference? reference, Uri baseAddress) =>
        reference is not null && ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Patient" } resolved
            ? resolved.Id
            : null;
}

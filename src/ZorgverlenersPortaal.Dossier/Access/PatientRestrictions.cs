using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Does the hospital restrict the whole record: by a label of the Patient, or because she is on its list as own staff or a public
/// figure? A fact for the decision, named <c>restriction</c>.
/// </summary>
internal sealed class PatientRestrictions(PatientProtections protections, SensitivityPolicy policy, SensitivityOptions options, TimeProvider clock)
{
    /// <summary>The strictest restriction with its source, or null when the record is open. Throws when the list cannot be read.</summary>
    public async Task<AuditFact?> FindAsync(Patient patient, CancellationToken cancellation)
    {
        var listed = (await protections.InForceAsync(patient, cancellation)).FirstOrDefault(entry => entry.Kind != ProtectionKind.PatientWish);
        return Of(policy.OfPatient(patient), patient.VersionedReference, listed is null ? SensitivityLevel.Open : options.ListedPatients, "protection/" + listed?.Id);
    }

    private AuditFact? Of(SensitivityLevel label, string labelled, SensitivityLevel list, string listed) => (label > list ? label : list) switch
    {
        SensitivityLevel.Open => null,
        var level => new(FactNames.Restriction, level.ToString(), label >= list ? labelled : listed, clock.GetUtcNow()),
    };
}

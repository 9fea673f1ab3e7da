using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What keeps a whole record closed: the patient's objection, and the hospital's restriction of it.</summary>
internal sealed class PatientWishes(Objections objections, PatientRestrictions restrictions)
{
    /// <summary>The facts, and by <paramref name="read"/> the Consents that the EPD gave for them; they weigh only once a basis is proven (R16). Throws when the hospital's own list cannot be read.</summary>
    public async Task<IReadOnlyList<AuditFact>> FindAsync(EpdGrant probe, Patient patient, CareProvider provider, Action<EpdAnswer> read, CancellationToken cancellation)
    {
        var wish = objections.FindAsync(probe, patient, provider, cancellation, read);
        var restriction = await restrictions.FindAsync(patient, CancellationToken.None);
        return restriction is null ? await wish : [.. await wish, restriction];
    }
}

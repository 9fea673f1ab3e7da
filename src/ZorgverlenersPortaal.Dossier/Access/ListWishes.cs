using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Who stands on no list, though a relation is proven: her record is closed by her own wish or by the hospital. Opening it says so;
/// a list says nothing of it.
/// </summary>
internal sealed class ListWishes(PatientRestrictions restrictions, PatientProtections protections, ListDenials denials, ConsentOptions options)
{
    /// <summary>
    /// The patients who may stand on the list of this grant, and whether somebody is left out only because her wish cannot be told:
    /// then the list is not whole (R7). Throws when the hospital's own list cannot be read.
    /// </summary>
    public async Task<(IReadOnlyList<Patient> Open, bool HidesUnclear)> OpenAsync(
        ListGrant grant, IReadOnlyList<Patient> patients, Func<Patient, IEnumerable<Consent>> consents, CancellationToken cancellation)
    {
        var standings = await denials.WeighAsync(grant, patients, consents, cancellation);
        List<Patient> open = [];
        var hidesUnclear = false;
        foreach (var patient in patients)
        {
            var standing = standings.GetValueOrDefault(patient.Id!, ConsentStanding.NoObjection);
            var isClosed = options.Closes(standing)
                || (await protections.InForceAsync(patient, cancellation)).Any(entry => entry.Kind == ProtectionKind.PatientWish && entry.IsAbout(grant.Visit.Provider))
                || await restrictions.FindAsync(patient, cancellation) is not null;
            var isUnclear = options.IsUnclear(standing) && IsClosedByUnknown(grant);
            hidesUnclear |= isUnclear && !isClosed;
            if (!isClosed && !isUnclear)
            {
                open.Add(patient);
            }
        }
        return (open, hidesUnclear);
    }

    /// <summary>As the rules have it: the patient's own doctor goes on, the others may be whom she objects to (docs/adr/0029).</summary>
    private bool IsClosedByUnknown(ListGrant grant) => !options.OpenWhenUnknown && grant.Decision.Ruling.Basis != AccessBasis.OwnPatient;
}

using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Who stands on no list, though a relation is proven: her record is closed by her own wish or by the hospital. Opening it says so;
/// a list says nothing of it.
/// </summary>
internal sealed class ListWishes(PatientRestrictions restrictions, PatientProtections protections, ConsentOptions options, TimeProvider clock)
{
    /// <summary>The patients who may stand on the list of this grant. Throws when the hospital's own list cannot be read.</summary>
    public async Task<IReadOnlyList<Patient>> OpenAsync(ListGrant grant, IReadOnlyList<Patient> patients, Func<Patient, IEnumerable<Consent>> consents, CancellationToken cancellation)
    {
        List<Patient> open = [];
        foreach (var patient in patients)
        {
            var isClosed = (options.AskEpd && consents(patient).Any(consent => Objects(grant, consent)))
                || (await protections.InForceAsync(patient, cancellation)).Any(entry => entry.Kind == ProtectionKind.PatientWish && entry.IsAbout(grant.Visit.Provider))
                || await restrictions.FindAsync(patient, cancellation) is not null;
            if (!isClosed)
            {
                open.Add(patient);
            }
        }
        return open;
    }

    /// <summary>A denial that names somebody is weighed when the record is opened; until then it hides her from locums only.</summary>
    private bool Objects(ListGrant grant, Consent consent) =>
        PrivacyConsent.Is(consent) && PrivacyConsent.Standing(consent, clock.GetUtcNow()) == ConsentStanding.Objection
        && (consent.Provision?.Actors is not { Count: > 0 } || grant.Decision.Ruling.Basis == AccessBasis.Delegation);
}

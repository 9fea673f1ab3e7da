using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What the privacy Consents that a list has read mean for the doctor who looks: the same as when she opens the record.</summary>
internal sealed class ListDenials(RelationProbe.Lookup relations, DenialActors actors, ConsentOptions consents, EpdOptions options, TimeProvider clock)
{
    /// <summary>The heaviest standing of each patient for whom there is one, by id. Asks the EPD only whom a denial names.</summary>
    public async Task<IReadOnlyDictionary<string, ConsentStanding>> WeighAsync(
        ListGrant grant, IReadOnlyList<Patient> patients, Func<Patient, IEnumerable<Consent>> found, CancellationToken cancellation)
    {
        if (!consents.AskEpd)
        {
            return new Dictionary<string, ConsentStanding>(StringComparer.Ordinal);
        }
        // As on opening: an EPD that hangs on this is an unknown, and the rest of the list is worth showing.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds / 2), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var denials = patients.SelectMany(patient => found(patient).Where(PrivacyConsent.Is).Select(consent => (Patient: patient, Consent: consent)));
        var judged = await Task.WhenAll(denials.Select(async one => (one.Patient.Id, Standing: await JudgeAsync(one.Patient, one.Consent))));
        return judged.GroupBy(one => one.Id!, StringComparer.Ordinal).ToDictionary(
            of => of.Key, of => of.Select(one => one.Standing).MinBy(EpdConsentSource.Weight), StringComparer.Ordinal);

        async Task<ConsentStanding> JudgeAsync(Patient patient, Consent consent)
        {
            var standing = PrivacyConsent.Standing(consent, clock.GetUtcNow());
            if (standing != ConsentStanding.Objection)
            {
                return standing;
            }
            try
            {
                return await actors.StandingAsync(relations.OfListed(grant.Visit, patient), consent, grant.Visit.Provider, both.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return ConsentStanding.Unknown;
            }
        }
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

internal sealed partial class RelationProbe
{
    /// <summary>Asks the EPD, now, who treats the patient. Never from a copy.</summary>
    /// <remarks>
    /// R16: an unknown patient ends at the first read (404), a stranger's takes her practitioners and the BSN search as well.
    /// There is nothing to ask in place of those for a patient who is not there, and nobody can use the difference: ids come
    /// only from handles this session was given, so only a former patient can be tried, and status and text are the same.
    /// A way in by number (emergency access) has to make the two alike.
    /// </remarks>
    internal sealed class Lookup(IEpd epd, EpdOptions options, TimeProvider clock)
    {
        /// <summary>A chain of merged records longer than this is a fault of the EPD.</summary>
        private const int MaximumMerges = 3;

        private readonly PatientDoctors _doctors = new(epd, options, clock);

        /// <summary>
        /// Throws <see cref="EpdException"/> when the EPD does not give the Patient; an unknown one is a relation without patient, and
        /// what could not be found out about her doctors is a fact.
        /// </summary>
        public async Task<TreatmentRelation> FindAsync(CardVisit visit, string patientId, RelationQuestion question, CancellationToken cancellation)
        {
            var probe = new RelationProbe(patientId, options.Base, visit.SessionReference, visit.RequestId);
            if (await ReadSurvivingAsync(probe, cancellation) is not { } patient)
            {
                return new();
            }
            probe._bsn = NamingSystems.BsnOf(patient);
            var second = question.SecondRecord ? SecondRecordAsync(probe, patient, cancellation) : Task.FromResult<(bool, bool, IReadOnlyList<string>)>((false, false, []));
            var also = question.Also?.Invoke(probe, patient, cancellation);
            var found = await _doctors.FindAsync(probe, patient, question, cancellation);
            var (hasSecond, unknown, strangers) = await second;
            return new()
            {
                Patient = patient,
                Facts = [.. Facts(patient, found), .. Identity(probe, patient, (hasSecond, unknown)), .. also is null ? [] : await also],
                HasSecondRecord = hasSecond,
                SecondRecordUnknown = unknown,
                Strangers = strangers,
            };
        }

        /// <summary>
        /// The right to find out about a patient of a list, whose relation the list has proven, whom her denial names. A list may
        /// not look up doctors itself.
        /// </summary>
        public EpdGrant OfListed(CardVisit visit, Patient patient) => new RelationProbe(patient.Id!, options.Base, visit.SessionReference, visit.RequestId);

        private async Task<Patient?> ReadSurvivingAsync(RelationProbe probe, CancellationToken cancellation)
        {
            for (var merges = 0; merges <= MaximumMerges; merges++)
            {
                Patient patient;
                try
                {
                    patient = await epd.ReadAsync<Patient>(probe, EpdQuery.Read("Patient", probe._patientId), cancellation);
                }
                catch (EpdException e) when (e.Remark is { Survivor: { } survivor })
                {
                    // Merged, said with a redirect or Epic's 4107: nobody followed it, the survivor is asked as any other.
                    probe._patientId = survivor;
                    continue;
                }
                catch (EpdException e) when (e.Failure == EpdFailure.NotFound)
                {
                    return null;
                }
                if (patient.NotUnderstood is not null)
                {
                    // Who she is or what she was merged into may be what is not understood: it proves no relation (R10).
                    throw new EpdException(EpdFailure.NotUnderstood, "The EPD marks the Patient in a way that is not understood.");
                }
                if (patient.Links.All(link => link.Type != "replaced-by"))
                {
                    return patient.IsEnteredInError ? null : patient;
                }
                // What was merged away is out of date: without its survivor there is nothing to show.
                probe._patientId = Survivor(patient)
                    ?? throw new EpdException(EpdFailure.NotUnderstood, "The EPD does not tell which record replaced a merged one.");
            }
            throw new EpdException(EpdFailure.NotUnderstood, "The EPD's merged records lead to each other.");
        }

        private string? Survivor(Patient patient) => patient.Links
            .Where(link => link is { Type: "replaced-by", Other: not null })
            .Select(link => ReferenceResolver.Resolve(link.Other!, options.Base))
            .FirstOrDefault(r => r is { Kind: ReferenceKind.Resource, Type: "Patient" })?.Id;

        /// <summary>Was this record, perhaps by way of others that were found, merged into that one?</summary>
        private bool LeadsTo(Patient record, string id, List<Patient> records)
        {
            var at = record;
            for (var merges = 0; at is not null && merges <= MaximumMerges; merges++)
            {
                if (at.Id == id || Survivor(at) == id)
                {
                    return true;
                }
                var next = Survivor(at);
                at = next is null ? null : records.Find(r => r.Id == next);
            }
            return false;
        }

        private async Task<(bool HasSecond, bool Unknown, IReadOnlyList<string> Strangers)> SecondRecordAsync(RelationProbe probe, Patient patient, CancellationToken cancellation)
        {
            if (probe._bsn is not { } bsn)
            {
                return (false, false, []);
            }
            try
            {
                var query = EpdQuery.Search("Patient", ("identifier", NamingSystems.BsnToken(bsn)));
                var answer = await epd.SearchAsync(probe, query with { InBody = options.BsnSearch == "Post" }, cancellation);
                var records = answer.Of<Patient>().Where(p => !p.IsEnteredInError).ToList();
                var second = records.Exists(other => !LeadsTo(other, patient.Id!, records));
                // A search that does not even find the record it started from proves nothing.
                return (second, answer.IsIncomplete || !records.Exists(found => found.Id == patient.Id), answer.Strangers);
            }
            catch (Exception e) when (e is EpdException or OperationCanceledException)
            {
                // Also when it takes too long: the relation may be proven by then, and the banner says that something may be missing.
                return (false, true, []);
            }
        }

        private IEnumerable<AuditFact> Facts(Patient patient, RelationFacts found)
        {
            var now = clock.GetUtcNow();
            yield return new(FactNames.Patient, patient.VersionedReference, "EPD", now);
            foreach (var fact in found.Facts)
            {
                yield return fact;
            }
            if (found.Failure is { } failure)
            {
                yield return new(FactNames.Epd, failure.ToString(), "EPD", now);
            }
        }

        /// <summary>What the banner warns of (DESIGN §7); weighs nothing in the decision on a proven relation.</summary>
        private IEnumerable<AuditFact> Identity(RelationProbe probe, Patient patient, (bool Found, bool Unknown) second)
        {
            var now = clock.GetUtcNow();
            if (second.Found || second.Unknown)
            {
                yield return new(FactNames.SecondRecord, second.Found ? "found" : "unknown", "EPD", now);
            }
            if (!NamingSystems.HasVerifiedBsn(patient))
            {
                yield return new(FactNames.Unverified, probe._bsn is null ? "no BSN" : "temporary BSN", patient.VersionedReference, now);
            }
        }
    }
}

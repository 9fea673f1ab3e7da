using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

internal sealed partial class RelationProbe
{
    /// <summary>Asks the EPD, now, whether the doctor is among the patient's general practitioners. Never from a copy.</summary>
    internal sealed class Lookup(IEpd epd, EpdOptions options, TimeProvider clock)
    {
        /// <summary>A chain of merged records longer than this is a fault of the EPD.</summary>
        private const int MaximumMerges = 3;

        private readonly GeneralPractitioners _practitioners = new(epd, options, clock);

        /// <summary>Throws <see cref="EpdException"/> when the EPD cannot tell; an unknown patient is a relation without patient.</summary>
        public async Task<TreatmentRelation> FindAsync(CareProvider provider, string patientId, string requestId, CancellationToken cancellation)
        {
            var probe = new RelationProbe(patientId, requestId);
            if (await ReadSurvivingAsync(probe, cancellation) is not { } patient)
            {
                return new();
            }
            probe._bsn = NamingSystems.BsnOf(patient)?.Value;
            var second = SecondRecordAsync(probe, patient, cancellation);
            var found = await _practitioners.FindAsync(probe, patient, cancellation);
            var own = provider.Agb is { } agb && found.Codes.Any(code => code.Code == agb);
            var (hasSecond, unknown) = await second;
            if (!own && found.Failure is { } failure)
            {
                throw failure;
            }
            return new()
            {
                Patient = patient,
                IsOwnPatient = own,
                Facts = [.. Facts(patient, found, provider.Agb)],
                HasSecondRecord = hasSecond,
                SecondRecordUnknown = unknown,
            };
        }

        private async Task<Patient?> ReadSurvivingAsync(RelationProbe probe, CancellationToken cancellation)
        {
            for (var merges = 0; merges <= MaximumMerges; merges++)
            {
                Patient patient;
                try
                {
                    patient = await epd.ReadAsync<Patient>(probe, EpdQuery.Read("Patient", probe._patientId), cancellation);
                }
                catch (EpdException e) when (e.Failure == EpdFailure.NotFound)
                {
                    return null;
                }
                if (Survivor(patient) is not { } survivor)
                {
                    return patient.IsEnteredInError ? null : patient;
                }
                probe._patientId = survivor;
            }
            throw new EpdException(EpdFailure.NotUnderstood, "The EPD's merged records lead to each other.");
        }

        private string? Survivor(Patient patient) => patient.Links
            .Where(link => link is { Type: "replaced-by", Other: not null })
            .Select(link => ReferenceResolver.Resolve(link.Other!, options.Base))
            .FirstOrDefault(r => r is { Kind: ReferenceKind.Resource, Type: "Patient" })?.Id;

        private async Task<(bool HasSecond, bool Unknown)> SecondRecordAsync(RelationProbe probe, Patient patient, CancellationToken cancellation)
        {
            if (probe._bsn is null)
            {
                return (false, false);
            }
            try
            {
                var query = EpdQuery.Search("Patient", ("identifier", $"{NamingSystems.Bsn}|{probe._bsn}"));
                var answer = await epd.SearchAsync(probe, query with { InBody = options.BsnSearch == "Post" }, cancellation);
                var second = answer.Of<Patient>().Any(other => other.Id != patient.Id && Survivor(other) != patient.Id && !other.IsEnteredInError);
                return (second, answer.IsIncomplete);
            }
            catch (EpdException)
            {
                return (false, true);
            }
        }

        private IEnumerable<AuditFact> Facts(Patient patient, GeneralPractitionersFound found, AgbCode? own)
        {
            var now = clock.GetUtcNow();
            yield return new("patient", patient.VersionedReference, "EPD", now);
            foreach (var (code, source) in found.Codes)
            {
                yield return new(code == own ? "generalPractitioner.own" : "generalPractitioner", code.Value, source, now);
            }
            yield return new("generalPractitioners", found.References.ToString(CultureInfo.InvariantCulture), "EPD", now);
        }
    }
}

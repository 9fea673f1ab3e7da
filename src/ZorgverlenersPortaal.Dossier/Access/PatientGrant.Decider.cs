using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class PatientGrant
{
    /// <summary>Gathers the facts, has them judged, default deny, and alone makes the grant.</summary>
    internal sealed class Decider(RelationProbe.Lookup relations, Standing standing, PatientWishes wishes, RoleMatrix matrix, EpdOptions options)
    {
        /// <summary>Asks the EPD at every look; throws <see cref="EpdException"/> when it does not give the Patient. Without a banner nobody warns of a second record.</summary>
        public async Task<(AccessDecision Decision, PatientGrant? Grant)> DecideAsync(Visit visit, string patientId, CancellationToken cancellation, bool withBanner = true)
        {
            var (own, delegations) = await standing.OfAsync(visit, cancellation);
            EpdAnswer? consents = null;
            var question = standing.Question with
            {
                SecondRecord = withBanner,
                Also = (probe, patient, token) => wishes.FindAsync(probe, patient, visit.Provider, read => consents = read.IsIncomplete ? null : read, token),
            };
            var relation = await relations.FindAsync(visit, patientId, question, cancellation);
            IReadOnlyList<AuditFact> emergency = relation.Patient is { Id: { } id } ? await standing.EmergencyAsync(visit, id) : [];
            var decision = AccessDecision.Of([.. own, .. relation.Facts, .. emergency]) with
            {
                PatientId = relation.Patient?.Id ?? patientId,
                Strangers = relation.Strangers,
            };
            if (relation.Patient is not { } patient)
            {
                return (decision, null);
            }
            decision = decision with
            {
                PatientBsn = NamingSystems.BsnOf(patient)?.Value,
                Delegation = delegations.FirstOrDefault(d => Standing.Name(d) == decision.Ruling.Via),
            };
            if (decision.Ruling.Basis is not { } basis)
            {
                return (decision, null);
            }
            var categories = matrix.Categories(visit.Provider.Role, basis);
            if (categories.Count == 0)
            {
                return (decision.And(new(FactNames.RoleClosed, $"{visit.Provider.Role} {basis}", "role-matrix", relation.Facts[0].Time)), null);
            }
            var grant = new PatientGrant(visit, decision, patient, options.Base)
            {
                Categories = categories,
                Consents = consents,
                HasSecondRecord = relation.HasSecondRecord,
                HasUnverifiedBsn = !NamingSystems.HasVerifiedBsn(patient),
                MayMissDirectives = relation.HasSecondRecord || relation.SecondRecordUnknown,
            };
            return (decision, grant);
        }
    }
}

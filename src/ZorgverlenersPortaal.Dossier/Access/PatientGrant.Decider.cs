using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class PatientGrant
{
    /// <summary>Decides, default deny, whether a doctor may open a patient, and alone makes the grant.</summary>
    internal sealed class Decider(RelationProbe.Lookup relations, EpdOptions options)
    {
        /// <summary>Asks the EPD at every look; throws <see cref="EpdException"/> when it cannot tell.</summary>
        public async Task<(AccessDecision Decision, PatientGrant? Grant)> DecideAsync(Visit visit, string patientId, CancellationToken cancellation)
        {
            var relation = await relations.FindAsync(visit, patientId, cancellation);
            if (relation.Patient is not { } patient)
            {
                return (new(AccessVerdict.Denied, AccessReason.UnknownPatient, relation.Facts, patientId), null);
            }
            var decision = new AccessDecision(
                AccessVerdict.Denied, AccessReason.NoRelation, relation.Facts, patient.Id, NamingSystems.BsnOf(patient)?.Value)
            {
                Strangers = relation.Strangers,
            };
            if (visit.Provider.Agb is null)
            {
                return (decision with { Reason = AccessReason.NoAgb }, null);
            }
            if (!relation.IsOwnPatient)
            {
                return (decision, null);
            }
            decision = decision with { Verdict = AccessVerdict.Granted, Reason = AccessReason.OwnPatient };
            var grant = new PatientGrant(visit, decision, patient, options.Base)
            {
                HasSecondRecord = relation.HasSecondRecord,
                MayMissDirectives = relation.HasSecondRecord || relation.SecondRecordUnknown,
            };
            return (decision, grant);
        }
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// Judges every stored decision of access again from its facts alone. Run over the trail of every portal and dossier that a test
/// starts, when it stops.
/// </summary>
internal static class Replay
{
    private static readonly HashSet<AuditEventType> _decided =
    [
        AuditEventType.PatientListShown, AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.AccessDenied,
        AuditEventType.SectionFailed, AuditEventType.ListFailed, AuditEventType.ListWatched, AuditEventType.RecordPrinted, AuditEventType.ListPrinted, AuditEventType.DischargeLettersShown, AuditEventType.LettersSearched, AuditEventType.OpenResultsShown, AuditEventType.BsnShown, AuditEventType.PastShown, AuditEventType.FunctionRefused,
    ];

    /// <summary>Throws when a record of access has no decision, or its facts lead to another one than is stored.</summary>
    public static void Check(IEnumerable<AuditRecord> records)
    {
        foreach (var record in records.Where(record => _decided.Contains(record.Event)))
        {
            var stored = record.Decision ?? throw new InvalidOperationException($"{record.Event} of {record.RequestId} has no decision.");
            var again = AccessDecision.Of(stored.Facts);
            if ((again.Verdict.ToString(), again.Reason.ToString(), again.Rule) != (stored.Verdict, stored.ReasonCode, stored.Rule))
            {
                throw new InvalidOperationException(
                    $"{record.Event} of {record.RequestId}: stored {stored.Verdict} {stored.ReasonCode}, replayed {again.Verdict} {again.Reason} from {string.Join("; ", stored.Facts.Select(f => $"{f.Name}={f.Value} ({f.Source})"))}");
            }
        }
    }
}

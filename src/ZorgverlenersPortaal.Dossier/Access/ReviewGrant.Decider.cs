using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class ReviewGrant
{
    /// <summary>Reads the record itself, so that nobody can hand it a list of her own; default deny; alone makes the grant.</summary>
    internal sealed class Decider(AuditLog log, AuditTrail trail, EpdOptions options, TimeProvider clock)
    {
        /// <summary>
        /// The record and the grant; no record: there is none. No grant: refused, and that is recorded. Throws
        /// <see cref="AuditUnavailableException"/> when the trail cannot be read or written.
        /// </summary>
        public async Task<(StoredAuditRecord? Seen, ReviewGrant? Grant)> DecideAsync(StaffVisit visit, AuditPlaceAsked asked, string reason, CancellationToken cancellation)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(reason);
            var now = clock.GetUtcNow();
            if (visit.ActsAs != AccountFunction.SecurityOfficer)
            {
                await RefuseAsync(visit, null, Decision(visit, asked, reason, now), now);
                return default;
            }
            if (await log.OpenAsync(asked.Node, asked.Sequence, visit.Acting(AuditEventType.TrailRecordShown, AuditOutcome.Success, now), cancellation) is not { } seen)
            {
                return default;
            }
            var decision = Decision(visit, asked, reason, now);
            if (IsPossible(seen.Record))
            {
                return (seen, new(visit, seen, decision, options.Base));
            }
            await RefuseAsync(visit, seen, decision, now);
            return (seen, null);
        }

        private static AuditDecision Decision(StaffVisit visit, AuditPlaceAsked asked, string reason, DateTimeOffset now) => new(
            nameof(AccessVerdict.Granted), "review", "AsSeen",
            [
                new(FactNames.Function, visit.ActsAs.ToString(), "account", now),
                new("record", string.Create(CultureInfo.InvariantCulture, $"{asked.Node}/{asked.Sequence}"), "trail", now),
                new("reason", reason.Trim(), "form", now),
            ]);

        private async Task RefuseAsync(StaffVisit visit, StoredAuditRecord? seen, AuditDecision decision, DateTimeOffset now) => await trail.AppendAsync(
            visit.Acting(AuditEventType.VersionsReviewed, AuditOutcome.Refused, now) with
            {
                Action = AuditAction.Read,
                Patients = seen?.Record.Patients ?? [],
                Decision = decision with { Verdict = nameof(AccessVerdict.Denied), ReasonCode = seen is null ? "OtherFunction" : "NothingShown" },
            },
            CancellationToken.None);
    }
}

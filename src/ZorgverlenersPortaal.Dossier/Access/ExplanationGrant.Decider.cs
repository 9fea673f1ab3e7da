using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class ExplanationGrant
{
    /// <summary>Opens the trail itself, so that nobody can hand it patients of her own; default deny; alone makes the grant.</summary>
    internal sealed class Decider(AuditLog log, AuditTrail trail, EpdOptions options, TimeProvider clock)
    {
        /// <summary>
        /// The grant over the records from <paramref name="begin"/> until <paramref name="end"/>; that the officer reviews them is durable first. Null: refused, and that is
        /// recorded. <paramref name="asked"/> says what for. Throws <see cref="AuditUnavailableException"/> when the trail cannot be read or written.
        /// </summary>
        public async Task<ExplanationGrant?> DecideAsync(StaffVisit visit, DateTimeOffset begin, DateTimeOffset end, string asked)
        {
            var now = clock.GetUtcNow();
            var isOfficer = visit.ActsAs == AccountFunction.SecurityOfficer;
            var record = visit.Acting(AuditEventType.LooksReviewed, isOfficer ? AuditOutcome.Success : AuditOutcome.Refused, now) with
            {
                Action = AuditAction.Read,
                Detail = asked,
                Decision = new(isOfficer ? nameof(AccessVerdict.Granted) : nameof(AccessVerdict.Denied), "review", isOfficer ? "Explanations" : "OtherFunction",
                [
                    new(FactNames.Function, visit.ActsAs.ToString(), "account", now),
                    new("from", begin.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), "form", now),
                    new("until", end.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), "form", now),
                ]),
            };
            if (!isOfficer)
            {
                await trail.AppendAsync(record, CancellationToken.None);
                return null;
            }
            return new(visit, await log.WalkAsync(new() { From = begin, Until = end }, record), options.Base);
        }
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>One look of the machine at a list, in the name of somebody who has it on her screen. Only the digest leaves (R5).</summary>
internal sealed class ListLook(ListGrant.Decider lists, PatientListReader reader, RecentChanges recent, AuditTrail trail, TimeProvider clock)
{
    /// <summary>A full look at least so often: who was taken away, or no longer belongs, has no <c>_lastUpdated</c> (fhir.md §5).</summary>
    private static readonly TimeSpan _reconcile = TimeSpan.FromHours(1);

    /// <summary>
    /// The next state of what is known, or null when the EPD could not tell. Cheap when the EPD can say what changed since
    /// <paramref name="known"/>; else, and every hour, a full look under a new grant.
    /// </summary>
    public async Task<ListState?> LookAsync(ListViewer viewer, ListState? known, CancellationToken cancellation)
    {
        var (_, grants) = await lists.DecideAsync(viewer.Visit, cancellation);
        // R8: a list that is no longer hers is looked at no more.
        if (grants.FirstOrDefault(one => one.Scope == viewer.Scope) is not { } grant)
        {
            return null;
        }
        var started = clock.GetUtcNow();
        try
        {
            // What was proven to a grant serves the session it was made in, and nobody else.
            if (known is not null && known.Viewer == viewer && started - known.LookedFully < _reconcile && !await recent.AnyAsync(known, cancellation))
            {
                return known with { Looked = started };
            }
            var (list, found) = await reader.LookAsync(grant, cancellation);
            var strangers = found.Strangers.Except(viewer.Strangers, StringComparer.Ordinal).ToList();
            if (strangers.Count > 0)
            {
                await trail.AppendAsync(
                    grant.Decision.Record(viewer.Visit, AuditEventType.ForeignResourceDropped, AuditOutcome.Failed, started) with { Resources = strangers },
                    CancellationToken.None);
                viewer.Strangers.UnionWith(strangers);
            }
            // Without directives or appointments it is no whole answer: that the page has them is no change.
            return found.Directives is null || list.Planned.IsFailed
                ? null
                : new(viewer, grant, ListDigest.Of(list))
                {
                    Patients = [.. found.Patients.Select(p => p.Id!)],
                    Looked = started,
                    LookedFully = started,
                };
        }
        catch (Exception e) when (e is EpdException or AuditUnavailableException)
        {
            return null;
        }
    }
}

using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>A doctor's own sessions: seen, and ended, by the doctor. Every end is recorded after the store confirmed it.</summary>
public sealed class OwnSessions(SessionStore sessions, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The sessions of the doctor of this request, newest first.</summary>
    public async Task<IReadOnlyList<OwnSession>> ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var current = context.Features.GetRequiredFeature<CurrentSession>();
        var listed = await sessions.ListAsync(current.Session.Card.UziNumber, context.RequestAborted);
        return [.. listed.Select(s => new OwnSession(s.Entry, s.LastSeen, s.Entry.Hash == current.Hash))];
    }

    /// <summary>Ends one of them; false when it is not there (any more).</summary>
    public async Task<bool> EndAsync(HttpContext context, string reference)
    {
        ArgumentNullException.ThrowIfNull(context);
        var current = context.Features.GetRequiredFeature<CurrentSession>();
        if (current.Session.Reference == reference)
        {
            context.Features.Get<RequestLife>()?.Release();
        }
        if (await sessions.EndAsync(current.Session.Card.UziNumber, reference, CancellationToken.None) is not { } ended)
        {
            return false;
        }
        await RecordAsync(context, AuditEventType.OwnSessionEnded, ended.Reference, null);
        return true;
    }

    /// <summary>Ends them all, this one included. The remark is the doctor's own text, at most 200 characters.</summary>
    public async Task EndAllAsync(HttpContext context, string remark)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Get<RequestLife>()?.Release();
        var current = context.Features.GetRequiredFeature<CurrentSession>();
        var count = await sessions.EndAllAsync(current.Session.Card.UziNumber, CancellationToken.None);
        await RecordAsync(context, AuditEventType.SignedOutEverywhere, $"sessions:{count}", remark.Length == 0 ? null : remark);
    }

    private Task<AuditReceipt> RecordAsync(HttpContext context, AuditEventType type, string detail, string? remark)
    {
        var now = clock.GetUtcNow();
        var record = context.Features.GetRequiredFeature<CardVisit>().Acting(type, AuditOutcome.Success, now) with { Detail = detail };
        return trail.AppendAsync(
            remark is null ? record : record with { Decision = new("Granted", "own-sessions", "AskedByOwner", [new("remark", remark, "doctor", now)]) },
            CancellationToken.None);
    }
}

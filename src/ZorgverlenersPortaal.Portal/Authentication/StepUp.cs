using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Asks for the card once more (docs/adr/0015): a random challenge with its time, met only on a connection whose handshake
/// came later, for one purpose, in one session, once, within five minutes. It proves the card, not the PIN.
/// </summary>
public sealed class StepUp(ISharedState state, IDataProtectionProvider protection, FormDrafts drafts, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The field of a form, and the part of an address, that carries the challenge.</summary>
    public const string Field = "bewijs";

    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);
    private readonly SealedState _sealed = new(state, protection, "step-up");

    /// <summary>
    /// For the handler of a form: null when this request proves the card for this purpose; go on then. Else the address to
    /// answer with (303): the form again, with its text kept, over a new connection.
    /// </summary>
    public async Task<string?> RequireAsync(HttpContext context, StepUpPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = context.Features.GetRequiredFeature<CurrentSession>();
        if (session.Session.Method != SignInMethod.Card)
        {
            await RecordAsync(context, AuditEventType.StepUpRefused, AuditOutcome.Refused, $"{purpose}: {StepUpRefusal.NoCard}");
            return context.Request.PathBase + context.Request.Path;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = (string?)form[Field];
        var refusal = name is null ? null : await RefusalAsync(context, name, session, purpose);
        if (name is not null && refusal is null)
        {
            if (!IsLater(context, (await FindAsync(name, context.RequestAborted))?.Made))
            {
                return await AgainAsync(context, name, session.Session.Card.UziNumber);
            }
            if (await state.TakeAsync(Key(name), CancellationToken.None) is not null)
            {
                await RecordAsync(context, AuditEventType.StepUpProven, AuditOutcome.Success, purpose.ToString());
                return null;
            }
            refusal = StepUpRefusal.Unknown;
        }
        if (refusal is { } reason)
        {
            await RecordAsync(context, AuditEventType.StepUpRefused, AuditOutcome.Refused, $"{purpose}: {reason}");
        }
        var fresh = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await _sealed.KeepAsync(Key(fresh), new StepUpChallenge(session.Hash, purpose, clock.GetUtcNow()), _lifetime, context.RequestAborted);
        return await AgainAsync(context, fresh, session.Session.Card.UziNumber);
    }

    /// <summary>
    /// For showing the form: the challenge to put into it, null when none is open. An address to answer with (303) when the
    /// request came over a connection from before the challenge: that one is closed, and the browser comes again.
    /// </summary>
    public async Task<(string? Challenge, string? Again)> PendingAsync(HttpContext context, StepUpPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((string?)context.Request.Query[Field] is not { Length: > 0 } name
            || await RefusalAsync(context, name, context.Features.GetRequiredFeature<CurrentSession>(), purpose) is not null)
        {
            return (null, null);
        }
        if (IsLater(context, (await FindAsync(name, context.RequestAborted))?.Made))
        {
            return (name, null);
        }
        Close(context);
        return (null, Address(context, name));
    }

    private async Task<StepUpRefusal?> RefusalAsync(HttpContext context, string name, CurrentSession session, StepUpPurpose purpose)
    {
        var challenge = await FindAsync(name, context.RequestAborted);
        return challenge switch
        {
            _ when session.Session.Method != SignInMethod.Card => StepUpRefusal.NoCard,
            null => StepUpRefusal.Unknown,
            _ when challenge.Session != session.Hash => StepUpRefusal.OtherSession,
            _ when challenge.Purpose != purpose => StepUpRefusal.OtherPurpose,
            _ when clock.GetUtcNow() - challenge.Made > _lifetime => StepUpRefusal.Unknown,
            _ => null,
        };
    }

    private async Task<StepUpChallenge?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _sealed.ReadAsync<StepUpChallenge>(Key(name), cancellation);
        }
        catch (SessionUnreadableException)
        {
            return null;
        }
    }

    private async Task<string> AgainAsync(HttpContext context, string name, string uziNumber)
    {
        await drafts.KeepAsync(context, name, uziNumber, context.Request.Path);
        Close(context);
        return Address(context, name);
    }

    private static bool IsLater(HttpContext context, DateTimeOffset? made) =>
        made is { } challenge && context.Features.Get<Handshake>() is { } handshake && handshake.At > challenge;

    /// <summary>HTTP/2: GOAWAY; HTTP/1.1: closes after this answer.</summary>
    private static void Close(HttpContext context)
    {
        if (!HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }
        context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
    }

    private static string Address(HttpContext context, string name) => $"{context.Request.PathBase}{context.Request.Path}?{Field}={Uri.EscapeDataString(name)}";

    private static string Key(string name) => "step-up:" + SessionStore.Hash(name);

    private Task<AuditReceipt> RecordAsync(HttpContext context, AuditEventType type, AuditOutcome outcome, string detail) =>
        trail.AppendAsync(context.Features.GetRequiredFeature<CardVisit>().Acting(type, outcome, clock.GetUtcNow()) with { Detail = detail }, CancellationToken.None);

    private sealed record StepUpChallenge(string Session, StepUpPurpose Purpose, DateTimeOffset Made);
}

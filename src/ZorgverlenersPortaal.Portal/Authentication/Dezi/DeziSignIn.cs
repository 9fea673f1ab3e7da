using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Takes a return from Dezi: judges it, records the outcome, and only then makes a session.</summary>
public sealed class DeziSignIn
{
    private const int LongestCode = 2048;
    private readonly DeziFlowStore _flows;
    private readonly DeziIssuer _issuer;
    private readonly AccountGate _gate;
    private readonly SessionStore _sessions;
    private readonly DeziTrail _trail;

    internal DeziSignIn(DeziFlowStore flows, DeziIssuer issuer, AccountGate gate, SessionStore sessions, DeziTrail trail) =>
        (_flows, _issuer, _gate, _sessions, _trail) = (flows, issuer, gate, sessions, trail);

    /// <summary>Someone may not leave for Dezi; recorded.</summary>
    public async Task<SignInRefusal> RefuseStartAsync(HttpContext context) =>
        await RefuseAsync(context, new(DeziRefusal.TooManyStarts, "within a minute"), null);

    /// <summary>The outcome; when signed in the cookie is on the response. Throws when the trail cannot be written.</summary>
    public async Task<DeziReturn> ReturnAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        DeziIdentity? person = null;
        try
        {
            var flow = await TakeFlowAsync(context);
            var code = Code(context.Request.Query, _trail.Issuer);
            person = await _issuer.RedeemAsync(code, flow, context.RequestAborted);
            return flow.Purpose switch
            {
                DeziPurpose.SignIn => await SignInAsync(context, flow, person),
                DeziPurpose.StepUp => await ConfirmAsync(context, flow, person),
            };
        }
        catch (DeziRefusedException e)
        {
            return new(await RefuseAsync(context, e, person), null);
        }
    }

    /// <summary>The visit that this return ends; it is over from here on, whatever comes of it.</summary>
    private async Task<DeziFlow> TakeFlowAsync(HttpContext context)
    {
        var state = Single(context.Request.Query, "state") ?? throw new DeziRefusedException(DeziRefusal.ReturnMalformed, "state");
        var flow = await _flows.TakeAsync(state, context.RequestAborted) ?? throw new DeziRefusedException(DeziRefusal.StateUnknown, "no such visit");
        if (!DeziFlowCookie.IsOf(context.Request, flow.BrowserHash))
        {
            throw new DeziRefusedException(DeziRefusal.OtherBrowser, "no cookie, or that of another visit");
        }
        DeziFlowCookie.Delete(context.Response);
        return flow;
    }

    private static string Code(IQueryCollection query, string issuer)
    {
        if (query.ContainsKey("iss") && Single(query, "iss") != issuer)
        {
            throw new DeziRefusedException(DeziRefusal.IssuerMixedUp, "iss");
        }
        if (query.ContainsKey("error"))
        {
            throw Single(query, "error") is "access_denied" or "login_required" or "interaction_required"
                ? new DeziRefusedException(DeziRefusal.Cancelled, "stopped")
                : new DeziRefusedException(DeziRefusal.IssuerReportedError, "error");
        }
        return Single(query, "code") is { Length: > 0 and <= LongestCode } code ? code : throw new DeziRefusedException(DeziRefusal.ReturnMalformed, "code");
    }

    private static string? Single(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } one] ? one : null;

    private async Task<DeziReturn> SignInAsync(HttpContext context, DeziFlow flow, DeziIdentity person)
    {
        var (account, refusal) = await _gate.JudgeAsync(person.WithoutCard, context.RequestAborted);
        if (refusal is { } reason)
        {
            var refused = new SignInRefusal(reason.ToString(), DeziAccountTexts.For(reason), null);
            await _trail.RefusedAsync(context, refused, "account", person);
            return new(refused, null);
        }
        var now = _trail.Clock.GetUtcNow();
        var session = new PortalSession
        {
            Reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Card = person.WithoutCard,
            Method = SignInMethod.Dezi,
            AccountGeneration = account!.Generation,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            Started = now,
            LastSeen = now,
        };
        await _trail.SignedInAsync(context, person, session.Reference);
        foreach (var former in new[] { flow.FormerSession, SessionCookie.Read(context.Request) }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            // The browser is about to forget this secret; nobody else may go on with it.
            await _sessions.EndAsync(former, CancellationToken.None);
        }
        context.Features.Get<RequestLife>()?.Release();
        var (secret, replaced) = await _sessions.StartAsync(session, CancellationToken.None);
        if (replaced is not null)
        {
            await _trail.ReplacedAsync(context, person, replaced.Reference);
        }
        SessionCookie.Write(context.Response, secret);
        return new(null, flow.Landing) { Account = account };
    }

    private async Task<DeziReturn> ConfirmAsync(HttpContext context, DeziFlow flow, DeziIdentity person)
    {
        if (person.DeziNumber != flow.UziNumber)
        {
            throw new DeziRefusedException(DeziRefusal.OtherPerson, "another person");
        }
        await _trail.ConfirmedAsync(context, person, flow.SessionReference!);
        await _flows.ProveAsync(flow.SessionReference!, _trail.Clock.GetUtcNow(), context.RequestAborted);
        return new(null, flow.Landing);
    }

    private async Task<SignInRefusal> RefuseAsync(HttpContext context, DeziRefusedException refused, DeziIdentity? person)
    {
        var refusal = new SignInRefusal(refused.Refusal.ToString(), DeziRefusalTexts.For(refused.Refusal), null);
        await _trail.RefusedAsync(context, refusal, refused.Message, person);
        return refusal;
    }
}

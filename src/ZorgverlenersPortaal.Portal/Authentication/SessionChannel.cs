using System.Globalization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Server-sent events of one session: how long it lasts (<c>stand</c>: seconds and <c>idle</c> or <c>longest</c>), its end
/// (<c>einde</c>: where to go), and <c>pauze</c> when the channel closes. It is no activity, and it closes with its connection
/// a minute after the person's last request, so that a card that was taken out ends with the connection (DESIGN §6).
/// </summary>
internal sealed class SessionChannel(SessionGuard guard, SessionStore sessions, IHostApplicationLifetime application, TimeProvider clock)
{
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(60);

    /// <summary>Between two looks at the truth: a wake-up call can be lost, a card revoked, an account blocked.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(5);

    /// <summary>Tells of the session itself until it ends, a minute passed without a request, or the browser left.</summary>
    public Task RunAsync(HttpContext context) =>
        RunAsync(context, new(() => [("stand", Stand(context))]));

    /// <summary>Tells something else under the same rules: no activity, at most a minute, and nothing after the session's end (R8).</summary>
    public async Task RunAsync(HttpContext context, ChannelContent content)
    {
        try
        {
            await TellAsync(context, content);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser left.
        }
    }

    private async Task TellAsync(HttpContext context, ChannelContent content)
    {
        var secret = SessionCookie.Read(context.Request)!;
        var current = context.Features.GetRequiredFeature<CurrentSession>();
        var life = context.Features.GetRequiredFeature<RequestLife>();
        life.Release();
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        SessionEnd? end = null;
        while (true)
        {
            var now = clock.GetUtcNow();
            if (end is not null)
            {
                await SendAsync(context, "einde", SignInAddress.After(end, draft: null));
                break;
            }
            // Judged a moment ago: what is told now, is told to a session that stands.
            foreach (var (name, data) in content.Events())
            {
                await SendAsync(context, name, data);
            }
            var open = current.Session.LastSeen + _quiet - now;
            if (open <= TimeSpan.Zero || application.ApplicationStopping.IsCancellationRequested)
            {
                await SendAsync(context, "pauze", "");
                break;
            }
            await WaitAsync(open < _between ? open : _between, content.News, life.Stopped, context.RequestAborted);
            end = life.Ended ?? await LookAsync(context, life, secret, content);
            current = context.Features.GetRequiredFeature<CurrentSession>();
        }
        context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
    }

    /// <summary>The page's answer to "Blijf ingelogd": the request itself was the activity; says what the channel says.</summary>
    public string Stand(HttpContext context) => Stand(context.Features.GetRequiredFeature<CurrentSession>(), clock.GetUtcNow());

    private async Task<SessionEnd?> LookAsync(HttpContext context, RequestLife life, string secret, ChannelContent content)
    {
        try
        {
            var (visit, end) = await guard.JudgeAsync(context, secret, isActivity: false);
            if (visit is not null)
            {
                content.Judged?.Invoke(visit);
            }
            return visit is not null ? null : end == SessionEnd.Unknown ? SessionEnd.Elsewhere : end;
        }
        catch (OperationCanceledException) when (life.Ended is not null)
        {
            // It ended while it was being judged: that is still to be told.
            return life.Ended;
        }
    }

    private async Task WaitAsync(TimeSpan time, Func<CancellationToken, Task>? news, CancellationToken ended, CancellationToken left)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(ended, left, application.ApplicationStopping);
        try
        {
            var passed = Task.Delay(time, clock, any.Token);
            await (news is null ? passed : await Task.WhenAny(passed, news(any.Token)));
            await any.CancelAsync();
        }
        catch (OperationCanceledException) when (!left.IsCancellationRequested || ended.IsCancellationRequested)
        {
            // Something happened: look.
        }
    }

    private static async Task SendAsync(HttpContext context, string name, string data)
    {
        // Not the token that ends with the session: the end itself must still be told.
        await context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", CancellationToken.None);
        await context.Response.Body.FlushAsync(CancellationToken.None);
    }

    private string Stand(CurrentSession session, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Max(0, Math.Ceiling((session.Until - now).TotalSeconds))} {(session.IsLongest ? "longest" : "idle")} {Math.Round(sessions.Idle.TotalSeconds)}");
}

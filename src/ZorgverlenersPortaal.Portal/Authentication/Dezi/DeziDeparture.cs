using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Sends a browser to Dezi: authorization code with PKCE S256, state and nonce (OpenID Connect Core 3.1, uzi.md §5.2).</summary>
public sealed class DeziDeparture(DeziFlowStore flows, DeziOptions options, PortalOptions portal, TimeProvider clock)
{
    /// <summary>Path of the return; registered at Dezi with the portal's origin before it.</summary>
    public const string ReturnPath = "/inloggen/dezi/terug";

    private const int SecretBytes = 32;

    /// <summary>The one address Dezi sends people back to.</summary>
    internal static string ReturnAddress(PortalOptions portal) => portal.OriginAddress.GetLeftPart(UriPartial.Authority) + ReturnPath;

    /// <summary>Keeps the visit, gives the browser its cookie, and returns Dezi's address; null when there are too many starts.</summary>
    /// <param name="context">The request; the browser's present session, if any, travels along in the kept visit.</param>
    /// <param name="complete">Adds to the visit what a step-up knows.</param>
    public async Task<Uri?> LeaveAsync(HttpContext context, Func<DeziFlow, DeziFlow>? complete = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!await flows.MayStartAsync(context.Connection.RemoteIpAddress?.ToString() ?? "", context.RequestAborted))
        {
            return null;
        }
        var flow = new DeziFlow
        {
            Purpose = DeziPurpose.SignIn,
            Nonce = Secret(),
            Verifier = Secret(),
            BrowserHash = DeziFlowCookie.Write(context.Response, DeziFlowStore.Lifetime),
            Started = clock.GetUtcNow(),
            Landing = "/patienten",
            FormerSession = SessionCookie.Read(context.Request),
        };
        flow = complete?.Invoke(flow) ?? flow;
        var state = Secret();
        await flows.KeepAsync(state, flow, context.RequestAborted);
        return Address(state, flow);
    }

    private Uri Address(string state, DeziFlow flow)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = options.ClientId,
            ["redirect_uri"] = ReturnAddress(portal),
            ["scope"] = "openid",
            ["state"] = state,
            ["nonce"] = flow.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(flow.Verifier))),
            ["code_challenge_method"] = "S256",
            ["display"] = "page",
            // Never a session that Dezi still had in this browser: the person before the screen proves who it is.
            ["prompt"] = "login",
        };
        if (flow.Purpose == DeziPurpose.StepUp)
        {
            query["max_age"] = "0";
        }
        return new(QueryHelpers.AddQueryString(options.Address("/authorize").AbsoluteUri, query), UriKind.Absolute);
    }

    private static string Secret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
}

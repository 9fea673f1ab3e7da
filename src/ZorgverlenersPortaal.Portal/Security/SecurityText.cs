using System.Globalization;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary><c>GET /.well-known/security.txt</c>: whom to tell of a weakness (RFC 9116). 404 when the hospital has set nobody.</summary>
internal static class SecurityText
{
    // RFC 9116 §2.5.5 asks for an end within a year; what a running portal says holds for now.
    private static readonly TimeSpan _holds = TimeSpan.FromDays(30);

    public static void MapSecurityText(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/.well-known/security.txt", (PortalOptions options, TimeProvider clock) => options.SecurityContact.Length == 0
            ? Results.NotFound()
            : Results.Text(string.Create(
                CultureInfo.InvariantCulture,
                $"Contact: {options.SecurityContact}\nExpires: {clock.GetUtcNow() + _holds:yyyy-MM-ddTHH:mm:ssZ}\nPreferred-Languages: nl, en\nCanonical: {options.OriginAddress}.well-known/security.txt\n")))
        .WithMetadata(new NoActivityAttribute())
        .AllowAnonymous();
}

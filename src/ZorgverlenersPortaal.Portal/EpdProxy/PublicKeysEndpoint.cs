using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>
/// <c>GET /.well-known/jwks.json</c>: the public keys by which the EPD knows the portal (docs/adr/0022). Open to anyone and cacheable:
/// the next key stands in it long before it signs. 404 where the portal does not go by keys.
/// </summary>
internal static class PublicKeysEndpoint
{
    public static void MapPublicKeys(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/.well-known/jwks.json", (HttpContext context, EpdConnection connection) =>
        {
            if (connection.PublicKeys() is not { } keys)
            {
                return Results.NotFound();
            }
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text(keys, "application/json");
        }).WithMetadata(new NoActivityAttribute()).AllowAnonymous();
}

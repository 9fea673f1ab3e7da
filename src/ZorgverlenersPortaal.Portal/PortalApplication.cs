using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.EpdProxy;
using ZorgverlenersPortaal.Portal.Observability;
using ZorgverlenersPortaal.Portal.Observability.Telemetry;
using ZorgverlenersPortaal.Portal.Pages.Help;
using ZorgverlenersPortaal.Portal.Pages.Patienten;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal;

/// <summary>The portal as a web application: a table of contents; each folder owns its part.</summary>
public static class PortalApplication
{
    /// <summary>Runs until stopped. Exit code 1 with one clear message when the configuration or a port is at fault.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
            var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
            // An environment variable of the framework; addresses come from the connection alone (docs/adr/0016).
            builder.Configuration["ForwardedHeaders_Enabled"] = "false";
            builder.AddPortalLog(settings);
            builder.Services.AddPortal(settings);
            builder.WebHost.ConfigureKestrel(kestrel => KestrelTls.Configure(kestrel, settings));
            await using var app = builder.Build();
            Use(app);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingsException or AuditTrailInUseException or AuditTrailRefusedException or AuditUnavailableException or StorageRefusedException or IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException })
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static void Use(WebApplication app)
    {
        app.UseRequestSpans();
        app.UseRequestLog();
        app.UseSecurityHeaders(app.Services.GetRequiredService<PortalOptions>().OriginAddress);
        app.UseKnownMethods();
        app.UsePlainRequests();
        app.UseExceptionHandler("/fout");
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseHostFiltering();
        app.UseNoIdentityHeaders();
        app.UseSameSiteRequests();
        app.UseRouting();
        app.UseRouteInLog();
        app.UseSessions();
        app.UseRateLimiter();
        app.UseAbandonedLooks();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        // A page names its icon; for a letter, which cannot, browsers ask this address.
        app.MapGet(Manual.PictureAddress + "/{name}", (string name, Manual manual) =>
            manual.Picture(name) is { } picture ? Results.Bytes(picture, "image/jpeg") : Results.NotFound()).AllowAnonymous();
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("/lib/mark.svg")).AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapLetters().RequireAuthorization();
        app.MapSession();
        app.MapListChannel();
        app.MapPublicKeys();
        app.MapHealth();
        app.MapSecurityText();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// The portal's own TLS edge with nothing behind it but the judgement of the card, revocation included: what perf.md §5 row 6
/// weighs against bare Kestrel. Settings as the portal's, from the environment.
/// </summary>
internal static class JudgedServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelTls.Configure(kestrel, settings));
        await using var app = builder.Build();
        var store = Store(settings);
        using var ocsp = new OcspClient(null, store, TimeProvider.System);
        var judgement = new UziSignInJudgement(new UziJudgement(settings.Trust, store, TimeProvider.System), ocsp);
        app.Run(async context =>
        {
            var verdict = await judgement.JudgeAsync(ClientCard.Read(context), context.RequestAborted);
            context.Response.StatusCode = verdict.Accepted ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync(verdict.Refusal?.ToString() ?? "ok");
        });
        await app.StartAsync();
        Console.WriteLine("READY");
        await app.WaitForShutdownAsync();
    }

    /// <summary>The lists of the configured folder.</summary>
    public static RevocationStore Store(PortalSettings settings)
    {
        var store = new RevocationStore(TimeProvider.System, TimeSpan.FromHours(settings.Revocation.MaximumAgeHours));
        _ = new RevocationFolder(settings.Revocation.Folder, store, settings.Trust.Authorities).Load();
        return store;
    }
}

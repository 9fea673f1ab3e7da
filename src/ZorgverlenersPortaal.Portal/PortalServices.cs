using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.AuditIndex;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Portal.EpdNotices;
using ZorgverlenersPortaal.Portal.EpdProxy;
using ZorgverlenersPortaal.Portal.Observability;
using ZorgverlenersPortaal.Portal.Observability.Telemetry;
using ZorgverlenersPortaal.Portal.Pages;
using ZorgverlenersPortaal.Portal.Pages.Beheer.Machtigingen;
using ZorgverlenersPortaal.Portal.Pages.Help;
using ZorgverlenersPortaal.Portal.Pages.Noodprocedure;
using ZorgverlenersPortaal.Portal.Pages.Patient;
using ZorgverlenersPortaal.Portal.Pages.Patienten;
using ZorgverlenersPortaal.Portal.Pages.Waarneming;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal;

/// <summary>Registers the portal.</summary>
internal static class PortalServices
{
    public static IServiceCollection AddPortal(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings).AddSingleton(settings.Portal);
        services.AddHostedService<TlsAtStart>().AddSingleton<ServerCertificates>().AddHostedService(s => s.GetRequiredService<ServerCertificates>());
        // Before all that is to be measured, so that it stops after it.
        services.AddTelemetry(settings.Telemetry).AddDraining(settings.Portal);
        services.AddSingleton(s => AuditTrail.Open(settings.Audit.Trail(settings.Storage.File!, isProduction: s.GetRequiredService<IHostEnvironment>().IsProduction()), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new AuditLog(s.GetRequiredService<AuditTrail>(), settings.Audit.StorageBeside(settings.Storage.File!)));
        services.AddSingleton(new AuditEvidence(settings.Audit.StorageBeside(settings.Storage.File!)));
        services.AddHostedService<TrailAtStart>();
        services.AddAuditIndex(settings);
        services.AddDossier(settings.Dossier);
        services.AddHttpForwarder().AddSingleton<LetterForwarder>();
        services.AddSingleton(settings.Epd.Notifications).AddEpdNotices();
        return services.AddUzi(settings).AddPortalSecurity(settings).AddPortalPages();
    }

    private static IServiceCollection AddUzi(this IServiceCollection services, PortalSettings settings) => services
        .AddSingleton(settings.Trust)
        .AddSingleton(s => new RevocationStore(s.GetRequiredService<TimeProvider>(), TimeSpan.FromHours(settings.Revocation.MaximumAgeHours)))
        .AddSingleton(s => new RevocationFolder(settings.Revocation.Folder, s.GetRequiredService<RevocationStore>(), settings.Trust.Authorities))
        .AddSingleton(s => new RevocationFetcher(
            settings.Revocation.ListAddresses, settings.Revocation.Cache, s.GetRequiredService<RevocationStore>(), settings.Trust.Authorities, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new OcspClient(
            settings.Revocation.OcspAddress, s.GetRequiredService<RevocationStore>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<SharedOcsp>().AskAsync))
        .AddSingleton<SharedOcsp>()
        .AddSingleton(settings.Revocation)
        .AddSingleton<RevocationWatch>()
        .AddSingleton<UziJudgement>()
        .AddSingleton<UziSignInJudgement>()
        .AddSingleton<SignInLog>()
        .AddSingleton<AccountGate>()
        .AddSingleton<SignIn>()
        .AddSingleton<SessionStore>()
        .AddSingleton<SessionGuard>()
        .AddSingleton<LiveRequests>()
        .AddSingleton<OwnSessions>()
        .AddSingleton<FormDrafts>()
        .AddSingleton<StepUp>()
        .AddSingleton<SessionChannel>()
        .AddSingleton<IdentityHeaders>()
        .AddDezi(settings.Dezi)
        .AddHostedService<RevocationRefresh>()
        .AddHostedService<BlockedAccounts>()
        .AddHostedService<EndedDelegations>()
        .AddHostedService<RevocationSharing>();

    private static IServiceCollection AddPortalSecurity(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSharedKeys(settings.State).AddSingleton<HandleProtector>();
        services.AddAuthentication(UziSessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, UziSessionHandler>(UziSessionHandler.SchemeName, null);
        services.AddFunctionPolicies();
        services.AddRequestRates(settings.Portal);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-zvp-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
        });
        return services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts = [settings.Portal.OriginAddress.Host];
            options.AllowEmptyHosts = false;
        });
    }

    private static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddSingleton<DelegationProof>().AddSingleton<DoctorFinder>().AddSingleton<ListChannel>().AddSingleton<FrameFilter>();
        services.AddSingleton<RunningEmergency>().AddSingleton<RecordOpening>().AddSingleton<OwnLists>().AddSingleton<Manual>().AddSingleton<FirstPage>();
        // Dutch names have accents; only what HTML itself needs is encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRazorPages();
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "__Host-zvp-bericht";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
        });
        services.Configure<MvcOptions>(options => options.Filters.AddService<FrameFilter>());
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder("/Beheer", FunctionPolicies.PortalAdministrator)
            .AuthorizeFolder("/Toezicht", FunctionPolicies.SecurityOfficer)
            .ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute()));
        return services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }
}

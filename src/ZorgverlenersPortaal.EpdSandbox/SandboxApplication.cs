using System.Net;
using ZorgverlenersPortaal.EpdSandbox.Hospital;
using ZorgverlenersPortaal.EpdSandbox.Live;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Server;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox;

/// <summary>Builds the sandbox as a web application; the program and in-process tests start it the same way.</summary>
public static class SandboxApplication
{
    /// <summary>
    /// A hospital filled and ready to start, on the machine's clock. Throws <see cref="SandboxUsageException"/>.
    /// </summary>
    public static WebApplication Create(string[] args) => Create(args, TimeProvider.System);

    /// <summary>As <see cref="Create(string[])"/>, with "today" taken from <paramref name="clock"/>.</summary>
    public static WebApplication Create(string[] args, TimeProvider clock)
    {
        var options = SandboxOptions.Parse(args);
        // The empty builder reads no environment and no files: the command line is the only configuration.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = [] });
        builder.Host.UseConsoleLifetime();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
        builder.Services.AddRoutingCore();
        AddSandbox(builder.Services, options, clock);
        var app = builder.Build();
        app.UseRouting();
        app.MapSandboxControl();
        app.MapFhir();
        return app;
    }

    /// <summary>
    /// The FHIR base of a started application, with the port it really listens on and no slash at the end.
    /// </summary>
    public static string BaseAddress(WebApplication app) => app.Urls.First() + "/fhir";

    private static void AddSandbox(IServiceCollection services, SandboxOptions options, TimeProvider clock)
    {
        var store = new ResourceStore();
        var calendar = new HospitalCalendar(clock);
        services.AddSingleton(options);
        // A request that hangs on purpose must not hold up the end of the program.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.AddSingleton(clock);
        services.AddSingleton(calendar);
        services.AddSingleton(store);
        services.AddSingleton(HospitalBuilder.Fill(store, options, calendar));
        services.AddSingleton(FolderLoader.Load(options.DataFolder, store, calendar));
        services.AddSingleton<SearchEngine>();
        services.AddSingleton<PageStore>();
        services.AddSingleton<Mischief>();
        services.AddSingleton<FhirHandler>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<GroundTruth>();
        services.AddSingleton<LiveHospital>();
        if (options.Live)
        {
            services.AddHostedService<LiveService>();
        }
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Extensions.Logging;
using ZorgverlenersPortaal.Portal.Observability;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Starts the portal's own program in this process, on Kestrel as it configures it itself.</summary>
internal sealed class PortalFactory : WebApplicationFactory<PortalSettings>
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly PortalClock _clock;
    private readonly CollectedLog _log;
    private readonly string _environment;

    public PortalFactory(IReadOnlyDictionary<string, string> settings, PortalClock clock, CollectedLog log, string environment)
    {
        (_settings, _clock, _log, _environment) = (settings, clock, log, environment);
        UseKestrel();
    }

    /// <summary>Every answer to a look at a patient or a list.</summary>
    public AnsweredLooks Looks { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(Looks);
            services.AddSingleton<TimeProvider>(_clock);
            var logger = new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .Enrich.FromLogContext()
                .Enrich.With<RequestProperties>()
                .WriteTo.Sink(_log)
                .CreateLogger();
            services.AddSingleton<ILoggerProvider>(new SerilogLoggerProvider(logger, dispose: true));
        });
    }
}

using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>Registers it.</summary>
internal static class DrainingServices
{
    /// <summary>What is under way keeps the time it had to end.</summary>
    public static IServiceCollection AddDraining(this IServiceCollection services, PortalOptions options) => services
        .AddSingleton<Draining>()
        .AddHostedService(s => s.GetRequiredService<Draining>())
        .Configure<HostOptions>(host => host.ShutdownTimeout += TimeSpan.FromSeconds(options.DrainSeconds));
}

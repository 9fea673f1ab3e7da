using System.Diagnostics;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>Registers what is sent to a collector.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSingleton<DistributedContextPropagator, NoPropagator>();
        return options.IsOn ? services.AddHostedService<TelemetryExport>() : services;
    }
}

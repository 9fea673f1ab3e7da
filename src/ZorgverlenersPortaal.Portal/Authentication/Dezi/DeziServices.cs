using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Registers the second way in. It is always there to ask; its pages answer only when it is on.</summary>
internal static class DeziServices
{
    public static IServiceCollection AddDezi(this IServiceCollection services, DeziOptions options) => services
        .AddSingleton(options)
        .AddSingleton<SignInMeans>()
        .AddSingleton<DeziSetting>()
        .AddSingleton<DeziFlowStore>()
        .AddSingleton<DeziDeparture>()
        .AddSingleton<DeziHttp>()
        .AddSingleton<DeziKeys>()
        .AddSingleton<DeziTokenReader>()
        .AddSingleton<DeziDecryption>()
        .AddSingleton<DeziClientProof>()
        .AddSingleton<DeziIssuer>()
        .AddSingleton<DeziTrail>()
        .AddSingleton(s => new DeziSignIn(
            s.GetRequiredService<DeziFlowStore>(), s.GetRequiredService<DeziIssuer>(), s.GetRequiredService<AccountGate>(),
            s.GetRequiredService<SessionStore>(), s.GetRequiredService<DeziTrail>()))
        .AddSingleton<DeziStepUp>();
}

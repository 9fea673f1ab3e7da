using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>The keys that protect sessions, handles and forms.</summary>
public static class SharedKeys
{
    /// <summary>With Redis: one ring of keys for all nodes, encrypted and signed with a certificate. Without: keys that live as long as the node.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services, StateOptions state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var protection = services.AddDataProtection();
        if (!state.IsShared)
        {
            // One node, state in memory: keys live as long as the sessions they protect.
            protection.UseEphemeralDataProtectionProvider();
            return services;
        }
        var certificate = state.LoadKeyCertificate();
        // Else it is the folder of the program, and that may differ between nodes.
        protection.SetApplicationName("ZorgverlenersPortaal").ProtectKeysWithCertificate(certificate);
        services.AddSingleton(s => new SharedKeyRing(s.GetRequiredService<ISharedState>(), certificate, s.GetRequiredService<ILogger<SharedKeyRing>>()));
        services.AddOptions<KeyManagementOptions>().Configure<SharedKeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddSingleton(s => new SharedKeyManager(new XmlKeyManager(
            s.GetRequiredService<IOptions<KeyManagementOptions>>(), s.GetRequiredService<IActivator>(), s.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<IKeyManager>(s => s.GetRequiredService<SharedKeyManager>());
        return services.AddHostedService<SharedKeyWatch>();
    }
}

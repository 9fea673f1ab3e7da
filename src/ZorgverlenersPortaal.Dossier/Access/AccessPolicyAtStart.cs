using Microsoft.Extensions.Hosting;
using ZorgverlenersPortaal.Dossier.Consents;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The portal does not start with a matrix it cannot understand (the exception names the version and the cell), nor without the key by
/// which it recognises patients who object.
/// </summary>
internal sealed class AccessPolicyAtStart(RoleMatrix matrix, BsnSeal seal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seal);
        matrix.History();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>The emergency accesses under way; read anew at every look.</summary>
public sealed class EmergencyRegister
{
    private readonly Dictionary<string, EmergencyInForce> _open = new(StringComparer.Ordinal);

    /// <summary>The access that this session has to this patient now, or null.</summary>
    public Task<EmergencyInForce?> FindAsync(Visit visit, string patientId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_open.GetValueOrDefault(patientId));
    }
}

using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>Finds the emergency behind a handle in an address.</summary>
public sealed class RunningEmergency(EmergencyRegister register, HandleProtector handles, EmergencyOptions options)
{
    /// <summary>How the procedure works.</summary>
    public EmergencyOptions Options => options;

    /// <summary>The one in force for this patient in this session; null also for a handle that is not this session's.</summary>
    public async Task<EmergencyInForce?> FindAsync(Visit visit, string handle, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return handles.Read("patient", visit.SessionReference, handle) is { } id ? await register.FindAsync(visit, id, cancellation) : null;
    }
}

using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// A fresh proof within a session of Dezi, which has no card to ask again: the person signs in there anew (max_age=0,
/// prompt=login), and the proof counts once, for that session.
/// </summary>
public sealed class DeziStepUp(DeziDeparture departure, DeziFlowStore flows)
{
    /// <summary>Dezi's address to go to; null when there are too many starts. <paramref name="landing"/> is a path of the portal.</summary>
    public Task<Uri?> LeaveAsync(HttpContext context, Visit visit, string landing)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(landing);
        if (!landing.StartsWith('/') || landing.StartsWith("//", StringComparison.Ordinal) || landing.Contains('\\', StringComparison.Ordinal))
        {
            throw new ArgumentException("The landing must be a path of the portal itself.", nameof(landing));
        }
        return departure.LeaveAsync(context, flow => flow with
        {
            Purpose = DeziPurpose.StepUp,
            Landing = landing,
            UziNumber = visit.Provider.UziNumber,
            SessionReference = visit.SessionReference,
        });
    }

    /// <summary>When this session was last proven anew, once, within two minutes after it; else null.</summary>
    public Task<DateTimeOffset?> TakeProofAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return flows.TakeProofAsync(visit.SessionReference, cancellation);
    }
}

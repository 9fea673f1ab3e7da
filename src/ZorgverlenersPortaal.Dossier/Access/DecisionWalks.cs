using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Makes a <see cref="DecisionWalk"/> of what holds at this moment.</summary>
public sealed class DecisionWalks(ReceivedDelegations delegations, AccessOptions options)
{
    /// <summary>The walk of the doctor of this visit.</summary>
    public async Task<DecisionWalk> OfAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var role = visit.Provider.Role.ToString();
        return new()
        {
            Provider = visit.Provider,
            IsPracticeRuleOn = options.OwnPractice,
            IsCareTeamRuleOn = options.CareTeamRoles.Contains(role),
            IsResidenceRuleOn = options.ResidenceRoles.Contains(role),
            Delegations = await delegations.OfAsync(visit.Provider, cancellation),
        };
    }
}

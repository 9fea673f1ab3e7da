using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class ListGrant
{
    /// <summary>Decides whether a doctor has a list of her own, and alone makes the grant.</summary>
    internal sealed class Decider(EpdOptions options, TimeProvider clock)
    {
        /// <summary>No personal AGB, no list.</summary>
        public (AccessDecision Decision, ListGrant? Grant) Decide(Visit visit)
        {
            if (visit.Provider.Agb is not { } agb)
            {
                return (new(AccessVerdict.Denied, AccessReason.NoAgb, []), null);
            }
            var decision = new AccessDecision(
                AccessVerdict.Granted, AccessReason.OwnList, [new("account.agb", agb.Value, "account", clock.GetUtcNow())]);
            return (decision, new ListGrant(visit, decision, agb, options.Base, clock));
        }
    }
}

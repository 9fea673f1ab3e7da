using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

public sealed partial class ListGrant
{
    /// <summary>Decides which lists a doctor has, and alone makes the grants.</summary>
    internal sealed class Decider(Standing standing, RoleMatrix matrix, EpdOptions options, TimeProvider clock)
    {
        /// <summary>Her own list first, her practice's, then one for each doctor she stands in for. Without any: the refusal.</summary>
        public async Task<(AccessDecision Decision, IReadOnlyList<ListGrant> Grants)> DecideAsync(Visit visit, CancellationToken cancellation)
        {
            var (facts, delegations) = await standing.OfAsync(visit, cancellation);
            List<ListGrant> grants = [];
            Add("own", visit.Provider.Agb, null, false);
            Add("practice", visit.Provider.PracticeAgb, null, true);
            foreach (var delegation in delegations)
            {
                Add(Standing.Name(delegation), delegation.Giver.Agb, delegation, false);
                if (delegation.CoversPractice && facts.Any(f => f.Name == FactNames.OwnPracticeRule))
                {
                    Add(Standing.Name(delegation), delegation.Giver.PracticeAgb, delegation, true);
                }
            }
            return (Decide("own"), grants);

            bool OpensLetters(AccessDecision decision) => decision.Ruling.Basis is { } basis && matrix.Categories(visit.Provider.Role, basis).Contains(DossierCategory.Letters);

            AccessDecision Decide(string list) => AccessDecision.Of([.. facts, new AuditFact(FactNames.List, list, "portal", clock.GetUtcNow())]);

            void Add(string list, AgbCode? agb, DelegationStanding? delegation, bool isPractice)
            {
                var decision = Decide(list) with { Delegation = delegation };
                if (agb is not null && decision is { Verdict: AccessVerdict.Granted, Ruling.Basis: { } basis })
                {
                    grants.Add(new ListGrant(visit, decision, agb, options.Base, clock)
                    {
                        Name = delegation is not null && isPractice ? list + " practice" : list,
                        IsPractice = isPractice,
                        OpensLetters = OpensLetters(decision),
                        Categories = matrix.Categories(visit.Provider.Role, basis),
                    });
                }
            }
        }
    }
}

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A delegation as it stands at this moment for one who received it, judged as the giver (DESIGN §7).</summary>
/// <param name="Id">Its id, as the trail names it.</param>
/// <param name="State">Only <see cref="DelegationState.InForce"/> opens anything.</param>
/// <param name="Giver">The doctor whose patients it covers, as her account says now.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="CoversPractice">The giver's practice AGB too: only where the office named the giver its manager.</param>
public sealed record DelegationStanding(
    string Id, DelegationState State, CareProvider Giver, DateTimeOffset From, DateTimeOffset Until, bool CoversPractice);

using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What the portal itself knows of a doctor at this moment: account, rules of the hospital, delegations, emergencies. Read anew at every look (R8).</summary>
internal sealed class Standing(ReceivedDelegations delegations, EmergencyRegister emergencies, AccessOptions options, TimeProvider clock)
{
    /// <summary>What the EPD has to be asked for these rules.</summary>
    public RelationQuestion Question { get; } = new()
    {
        Practices = options.OwnPractice,
        CareTeams = options.CareTeamRoles.Count > 0,
        Residence = options.ResidenceRoles.Count > 0,
        Ended = options.AfterDays > 0,
    };

    /// <summary>Account, rules and delegations, and the delegations themselves.</summary>
    public async Task<(IReadOnlyList<AuditFact> Facts, IReadOnlyList<DelegationStanding> InForce)> OfAsync(Visit visit, CancellationToken cancellation)
    {
        var received = await delegations.OfAsync(visit.Provider, cancellation);
        return ([.. Account(visit.Provider), .. Rules(), .. received.SelectMany(Delegation)], [.. received.Where(d => d.State == DelegationState.InForce)]);
    }

    /// <summary>The emergency access of this session to this patient, if one holds. Asked last, when the time for the EPD may be over.</summary>
    public async Task<IReadOnlyList<AuditFact>> EmergencyAsync(Visit visit, string patientId) =>
        await emergencies.FindAsync(visit, patientId, CancellationToken.None) is { } held && held.PatientId == patientId
            ? [new(FactNames.Emergency, held.Until.ToString("O", CultureInfo.InvariantCulture), "emergency/" + held.Id, clock.GetUtcNow())]
            : [];

    /// <summary>The name of a delegation in facts.</summary>
    public static string Name(DelegationStanding delegation) => "delegation/" + delegation.Id;

    private IEnumerable<AuditFact> Account(CareProvider provider)
    {
        var now = clock.GetUtcNow();
        yield return new(FactNames.Role, provider.Role.ToString(), "account", now);
        if (provider.Agb is { } agb)
        {
            yield return new(FactNames.Agb, agb.Value, "account", now);
        }
        if (provider.PracticeAgb is { } practice)
        {
            yield return new(FactNames.PracticeAgb, practice.Value, "account", now);
        }
    }

    private IEnumerable<AuditFact> Rules()
    {
        var now = clock.GetUtcNow();
        if (options.OwnPractice)
        {
            yield return new(FactNames.OwnPracticeRule, "on", "settings", now);
        }
        if (options.CareTeamRoles.Count > 0)
        {
            yield return new(FactNames.CareTeamRule, string.Join(',', options.CareTeamRoles), "settings", now);
        }
        if (options.ResidenceRoles.Count > 0)
        {
            yield return new(FactNames.ResidenceRule, string.Join(',', options.ResidenceRoles), "settings", now);
        }
        if (options.AfterDays > 0)
        {
            yield return new(FactNames.AfterRule, options.AfterDays.ToString(CultureInfo.InvariantCulture), "settings", now);
        }
    }

    private IEnumerable<AuditFact> Delegation(DelegationStanding delegation)
    {
        var (now, name) = (clock.GetUtcNow(), Name(delegation));
        if (delegation.State != DelegationState.InForce || delegation.Giver.Agb is not { } agb)
        {
            yield return new(FactNames.DelegationIdle, delegation.State.ToString(), name, now);
            yield break;
        }
        yield return new(FactNames.Delegation, agb.Value, name, now);
        yield return new(FactNames.DelegationRole, delegation.Giver.Role.ToString(), name, now);
        if (delegation is { CoversPractice: true, Giver.PracticeAgb: { } practice })
        {
            yield return new(FactNames.DelegationPractice, practice.Value, name, now);
        }
    }
}

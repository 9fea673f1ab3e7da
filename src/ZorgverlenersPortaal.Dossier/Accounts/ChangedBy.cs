using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Who changes an account, for the trail. Made only of an administrator's visit, or of a command on the server.</summary>
public sealed record ChangedBy
{
    private ChangedBy(AuditActor actor, string requestId, string? incident) => (Actor, RequestId, Incident) = (actor, requestId, incident);

    internal AuditActor Actor { get; }

    internal string RequestId { get; }

    internal string? Incident { get; }

    /// <summary>The administrator's UZI number; null for a command.</summary>
    internal string? UziNumber { get; private init; }

    /// <summary>A portal administrator at work; throws ArgumentException for any other member of staff.</summary>
    public static ChangedBy Administrator(StaffVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Member.Function == AccountFunction.PortalAdministrator
            ? new(visit.Actor, visit.RequestId, visit.Incident) { UziNumber = visit.Member.UziNumber }
            : throw new ArgumentException("Only a portal administrator changes accounts.", nameof(visit));
    }

    /// <summary>Somebody with a shell on the server, known by the name of the operating system.</summary>
    public static ChangedBy Command(string user, string requestId) => new(new() { Name = user }, requestId, null);

    /// <summary>The doctor herself, about her own account.</summary>
    internal static ChangedBy Doctor(Visit visit) => new(visit.Actor, visit.RequestId, visit.Incident);

    /// <summary>Somebody without a card: who sends a request or blocks an account by code.</summary>
    internal static ChangedBy Stranger(Caller caller) => new(new() { Address = caller.Address }, caller.RequestId, caller.Incident);
}

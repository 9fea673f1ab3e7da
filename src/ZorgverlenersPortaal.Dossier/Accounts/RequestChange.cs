using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What differs between a request before and after a step, coded for the trail.</summary>
internal static class RequestChange
{
    public static AccountChange Of(AuditEventType type, AuditAction action, AccountRequest? before, AccountRequest after)
    {
        var old = before is null ? [] : Fields(before).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        var values = Fields(after)
            .Select(field => new AuditChange(field.Name, old.GetValueOrDefault(field.Name), field.Value))
            .Where(change => change.Before != change.After);
        return new(type, action, $"request {after.Id} account {after.Data.UziNumber}", [.. values]);
    }

    private static IEnumerable<(string Name, string? Value)> Fields(AccountRequest request) =>
    [
        ("name", request.Data.Name),
        ("uzi", request.Data.UziNumber),
        ("agb", request.Data.Agb.Value),
        ("big", request.Data.BigNumber),
        ("role", request.Data.Role.ToString()),
        ("practice", request.Data.Practice),
        ("email", request.Data.Email),
        ("phone", request.Data.Phone),
        ("status", request.Status.ToString()),
        ("firstApprover", request.FirstApprover),
        ("practiceAgb", request.PracticeAgb?.Value),
        ("confirmedPhysician", request.IsConfirmedPhysician ? "yes" : null),
    ];
}

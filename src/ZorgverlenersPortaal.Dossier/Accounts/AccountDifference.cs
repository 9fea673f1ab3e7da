using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What differs between an account before and after a change, coded for the trail.</summary>
internal static class AccountDifference
{
    /// <summary>Every field that differs; without a before, every field that has a value.</summary>
    public static IReadOnlyList<AuditChange> Between(Account? before, Account after)
    {
        var old = before is null ? [] : Fields(before).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return
        [
            .. Fields(after)
                .Select(field => new AuditChange(field.Name, old.GetValueOrDefault(field.Name), field.Value))
                .Where(change => change.Before != change.After),
        ];
    }

    private static IEnumerable<(string Name, string? Value)> Fields(Account account) =>
    [
        ("name", account.Name),
        ("function", account.Function.ToString()),
        ("role", account.Role?.ToString()),
        ("confirmedPhysician", Flag(account.IsConfirmedPhysician)),
        ("inTraining", Flag(account.IsInTraining)),
        ("agb", account.Agb?.Value),
        ("practiceAgb", account.PracticeAgb?.Value),
        ("practiceManager", Flag(account.IsPracticeManager)),
        ("big", account.BigNumber),
        ("practice", account.Practice),
        ("email", account.Email),
        ("phone", account.Phone),
        ("status", account.Status.ToString()),
        ("blockReason", account.BlockReason),
        ("confirmed", account.ConfirmedAt == default ? null : account.ConfirmedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
    ];

    private static string? Flag(bool value) => value ? "yes" : null;
}

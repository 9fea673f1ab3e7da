using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What the office looks for among delegations.</summary>
/// <param name="Text">Part of a name or practice, or the begin of a number; empty: all.</param>
/// <param name="Kind">Which of them.</param>
public sealed record DelegationSearch(string? Text, DelegationSearchKind Kind)
{
    /// <summary>Lines shown.</summary>
    public const int Most = 100;

    internal const string Sql = $"""
        {DelegationTable.Select}
        WHERE (@text = '' OR fold(account.name) LIKE @part ESCAPE '\' OR fold(account.practice) LIKE @part ESCAPE '\' OR fold(receiver.name) LIKE @part ESCAPE '\'
            OR delegation.giver_uzi LIKE @start ESCAPE '\' OR delegation.receiver_uzi LIKE @start ESCAPE '\'
            OR delegation.receiver_practice LIKE @start ESCAPE '\' OR account.agb LIKE @start ESCAPE '\')
          AND (@kind = 'All'
            OR @kind = 'Open' AND delegation.ended IS NULL AND delegation.last_day >= @today
            OR @kind = 'Waiting' AND delegation.ended IS NULL AND delegation.last_day >= @today AND (delegation.accepted IS NULL OR delegation.approved IS NULL)
            OR @kind = 'Over' AND (delegation.ended IS NOT NULL OR delegation.last_day < @today))
        ORDER BY delegation.ended IS NOT NULL, delegation.last_day DESC, delegation.id LIMIT @limit
        """;

    internal object Parameters(DateOnly today)
    {
        var text = AccountRequestCheck.Digits(Text) ?? Text?.Trim() ?? "";
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return new
        {
            text,
            part = $"%{SearchFold.Fold(escaped)}%",
            start = $"{escaped}%",
            kind = Kind.ToString(),
            today = DelegationRow.Stored(today),
            limit = Most + 1,
        };
    }
}

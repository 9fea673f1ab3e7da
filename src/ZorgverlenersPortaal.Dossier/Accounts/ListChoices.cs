using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Remembers how each doctor wants to see her list. It holds no patient, and a value that is not understood counts as none.</summary>
public sealed class ListChoices(Database database, FreshReads fresh)
{
    private static readonly ListChoice _default = new(ListOrder.Newest, ListScope.All);

    /// <summary>What she chose last; everything, newest first, when she never did.</summary>
    public Task<ListChoice> FindAsync(string uziNumber, CancellationToken cancellation) => fresh.ReadAsync(
        "list choice",
        uziNumber,
        async connection => await connection.QuerySingleOrDefaultAsync<(string Order, string Scope)?>(new CommandDefinition(
            "SELECT list_order AS \"Order\", scope AS Scope FROM list_choice WHERE uzi_number = @uziNumber", new { uziNumber }, cancellationToken: cancellation)) is { } row
            ? new ListChoice(StoredValue.Read<ListOrder>(row.Order) ?? _default.Order, StoredValue.Read<ListScope>(row.Scope) ?? _default.Scope)
            : _default,
        cancellation);

    /// <summary>Keeps her choice.</summary>
    public async Task SetAsync(string uziNumber, ListChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            """
            INSERT INTO list_choice (uzi_number, list_order, scope) VALUES (@uziNumber, @order, @scope)
            ON CONFLICT (uzi_number) DO UPDATE SET list_order = @order, scope = @scope
            """,
            new { uziNumber, order = choice.Order.ToString(), scope = choice.Scope.ToString() });
    }
}

using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Maintenance;

/// <summary>The statements on planned maintenance.</summary>
internal static class MaintenanceTable
{
    private const string Ahead = "SELECT id AS Id, starts AS Starts, ends AS Ends, words AS Words, planned_by AS PlannedBy FROM maintenance WHERE withdrawn IS NULL AND ends > @now ORDER BY starts";

    /// <summary>What goes on or is to come, the first one first.</summary>
    public static IReadOnlyList<MaintenanceWindow> AheadOf(DbConnection connection, DateTimeOffset now, DbTransaction? transaction = null) =>
        [.. connection.Query<Row>(Ahead, new { now = StoredValue.Of(now) }, transaction).Select(row => row.ToWindow())];

    public static Task InsertAsync(DbTransaction transaction, MaintenanceWindow window) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO maintenance (id, starts, ends, words, planned_by) VALUES (@Id, @Starts, @Ends, @Words, @PlannedBy)",
        new { window.Id, Starts = StoredValue.Of(window.Starts), Ends = StoredValue.Of(window.Ends), window.Words, window.PlannedBy }, transaction);

    public static Task WithdrawAsync(DbTransaction transaction, string id, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "UPDATE maintenance SET withdrawn = @now WHERE id = @id", new { id, now = StoredValue.Of(now) }, transaction);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Starts { get; init; } = "";

        public string Ends { get; init; } = "";

        public string? Words { get; init; }

        public string? PlannedBy { get; init; }

        public MaintenanceWindow ToWindow() => new(Id, StoredValue.Time(Starts) ?? default, StoredValue.Time(Ends) ?? default, Words, PlannedBy);
    }
}

using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Maintenance;

/// <summary>
/// Planned maintenance, which every page announces. Recorded before it shows. What changes throws <see cref="AuditUnavailableException"/>,
/// and then nothing changed.
/// </summary>
public sealed class MaintenancePlan
{
    /// <summary>The longest words, characters.</summary>
    public const int MostWords = 300;

    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan _furthest = TimeSpan.FromDays(366);

    private readonly RecordedChange _change;
    private readonly Database _database;
    private readonly MaintenanceNotice _notice;

    internal MaintenancePlan(RecordedChange change, Database database, MaintenanceNotice notice) => (_change, _database, _notice) = (change, database, notice);

    /// <summary>What goes on or is to come, the first one first.</summary>
    public async Task<IReadOnlyList<MaintenanceWindow>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return MaintenanceTable.AheadOf(connection, _change.Now);
    }

    /// <summary>Plans one.</summary>
    public async Task<MaintenanceOutcome> AddAsync(DateTimeOffset starts, DateTimeOffset ends, string? words, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var window = new MaintenanceWindow(RandomNumberGenerator.GetHexString(8, lowercase: true), starts, ends, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), by.Actor.Name);
        return await ToldAsync(_change.RunAsync<MaintenanceOutcome>(by, async transaction =>
        {
            var outcome = window switch
            {
                _ when ends <= _change.Now || ends <= starts || ends - starts > _longest || starts - _change.Now > _furthest => MaintenanceOutcome.WrongTime,
                { Words.Length: > MostWords } => MaintenanceOutcome.WordsTooLong,
                _ when MaintenanceTable.AheadOf(transaction.Connection!, _change.Now, transaction).Any(other => other.Starts < ends && starts < other.Ends) => MaintenanceOutcome.Overlaps,
                _ => MaintenanceOutcome.Done,
            };
            if (outcome != MaintenanceOutcome.Done)
            {
                return (outcome, []);
            }
            await MaintenanceTable.InsertAsync(transaction, window);
            return (outcome, [Change(AuditEventType.MaintenancePlanned, AuditAction.Create, window)]);
        }));
    }

    /// <summary>Takes one back, or ends it early.</summary>
    public Task<MaintenanceOutcome> WithdrawAsync(string id, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ToldAsync(_change.RunAsync<MaintenanceOutcome>(by, async transaction =>
        {
            if (MaintenanceTable.AheadOf(transaction.Connection!, _change.Now, transaction).FirstOrDefault(one => one.Id == id) is not { } window)
            {
                return (MaintenanceOutcome.NotThere, []);
            }
            await MaintenanceTable.WithdrawAsync(transaction, id, _change.Now);
            return (MaintenanceOutcome.Done, [Change(AuditEventType.MaintenanceWithdrawn, AuditAction.Update, window)]);
        }));
    }

    /// <summary>This node says so at once, others within a quarter of a minute.</summary>
    private async Task<MaintenanceOutcome> ToldAsync(Task<MaintenanceOutcome> change)
    {
        var outcome = await change;
        _notice.Read();
        return outcome;
    }

    private static AccountChange Change(AuditEventType type, AuditAction action, MaintenanceWindow window) => new(type, action, "maintenance " + window.Id,
        [
            new("starts", null, StoredValue.Of(window.Starts)),
            new("ends", null, StoredValue.Of(window.Ends)),
            .. window.Words is { } words ? new AuditChange[] { new("words", null, words) } : [],
        ]);
}

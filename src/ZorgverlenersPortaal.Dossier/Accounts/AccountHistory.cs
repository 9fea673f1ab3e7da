using System.Data.Common;
using System.Text.Json;
using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// What happened to each account, for the office to read back. Written in the transaction of the change itself; the trail is
/// the proof, this only saves reading through it.
/// </summary>
public sealed class AccountHistory(Database database)
{
    private const string Subject = "account ";
    private const int UziDigits = 9;
    private const int Shown = 100;

    /// <summary>The last hundred, newest first; empty when there is no such account.</summary>
    public async Task<IReadOnlyList<AccountEvent>> ListAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT time AS Time, event AS Event, actor AS Actor, changes AS Changes FROM account_history WHERE uzi_number = @uziNumber ORDER BY id DESC LIMIT @Shown",
            new { uziNumber, Shown },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>Keeps a change of an account or a request; one that is about none (an import as a whole) is kept by its accounts.</summary>
    internal static async Task NoteAsync(DbTransaction transaction, AuditRecord record)
    {
        if (UziNumber(record.Detail) is not { } uziNumber)
        {
            return;
        }
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO account_history (uzi_number, time, event, actor, changes) SELECT @uziNumber, @time, @type, @Name, @changes
            WHERE @isRequest OR EXISTS (SELECT 1 FROM account WHERE uzi_number = @uziNumber)
            """,
            new
            {
                // What strangers try with numbers that nobody has stays in the trail alone.
                isRequest = record.Detail!.StartsWith("request ", StringComparison.Ordinal),
                uziNumber,
                time = StoredValue.Of(record.Time),
                type = (int)record.Event,
                record.Actor?.Name,
                changes = JsonSerializer.Serialize(record.Changes),
            },
            transaction);
    }

    /// <summary>"account 900021219" or "request 1f… account 900021219".</summary>
    private static string? UziNumber(string? detail)
    {
        var at = detail?.LastIndexOf(Subject, StringComparison.Ordinal) ?? -1;
        return at >= 0 && detail!.Length == at + Subject.Length + UziDigits ? detail[^UziDigits..] : null;
    }

    private sealed record Row
    {
        public string Time { get; init; } = "";

        public long Event { get; init; }

        public string? Actor { get; init; }

        public string Changes { get; init; } = "";

        public AccountEvent ToEvent() => new(
            StoredValue.Time(Time) ?? default,
            (AuditEventType)checked((int)Event),
            Actor,
            JsonSerializer.Deserialize<IReadOnlyList<AuditChange>>(Changes) ?? []);
    }
}

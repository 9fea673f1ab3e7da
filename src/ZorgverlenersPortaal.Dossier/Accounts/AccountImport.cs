using System.Data.Common;
using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// Imports accounts from CSV, all or nothing: one refused line, and nothing is added. A dry run does everything but add.
/// Columns: <c>uzi, name, function, role, agb, confirmed, practice, practice_agb, big, email, phone, in_training</c>.
/// </summary>
public sealed class AccountImport
{
    private readonly RecordedChange _change;
    private readonly AccountsOptions _options;

    internal AccountImport(RecordedChange change, AccountsOptions options) => (_change, _options) = (change, options);

    /// <summary>Reads, checks and, unless it is a dry run, adds and records each account. The caller bounds the stream.</summary>
    public async Task<ImportResult> RunAsync(Stream csv, bool isDryRun, ChangedBy by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(by);
        if (_options.FourEyes && by.UziNumber is not null)
        {
            return new(0, [new(1, ImportRefusal.FourEyes, "")], false);
        }
        var file = await ImportFile.ReadAsync(csv, cancellation);
        List<ImportLine> refused = [.. file.Refused];
        var accounts = Accounts(file, refused);
        return await _change.RunAsync<ImportResult>(by, async transaction =>
        {
            foreach (var (line, account) in accounts)
            {
                refused.AddRange(await AccountOffice.WhyNotAddAsync(transaction, account) switch
                {
                    null => [],
                    AccountOutcome.AlreadyThere => [new ImportLine(line, ImportRefusal.AlreadyThere, account.UziNumber)],
                    AccountOutcome.AgbInUse => [new ImportLine(line, ImportRefusal.AgbInUse, account.Agb!.Value)],
                    _ => [new ImportLine(line, ImportRefusal.Function, account.Function.ToString())],
                });
            }
            var count = file.Rows.Count + file.Refused.Count;
            if (refused.Count > 0 || isDryRun || accounts.Count == 0)
            {
                return (new(count, [.. refused.OrderBy(line => line.Line)], false), []);
            }
            return (new(count, [], true), await AddAsync(transaction, accounts));
        });
    }

    private async Task<IReadOnlyList<AccountChange>> AddAsync(DbTransaction transaction, List<(int Line, Account Account)> accounts)
    {
        List<AccountChange> changes = [];
        foreach (var (_, account) in accounts)
        {
            var added = account with { ConfirmedAt = _change.Now };
            await AccountTable.InsertAsync(transaction, added, _change.Now);
            changes.Add(AccountChange.OfAccount(AuditEventType.AccountAdded, AuditAction.Create, null, added));
        }
        var total = accounts.Count.ToString(CultureInfo.InvariantCulture);
        return [.. changes, new(AuditEventType.AccountsImported, AuditAction.Create, "accounts " + total, [])];
    }

    /// <summary>The lines that are right by themselves and among each other.</summary>
    private static List<(int Line, Account Account)> Accounts(ImportFile file, List<ImportLine> refused)
    {
        List<(int, Account)> accounts = [];
        HashSet<string> numbers = new(StringComparer.Ordinal);
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var (line, fields) in file.Rows)
        {
            var (account, faults) = ImportRow.Read(fields);
            refused.AddRange(faults.Select(fault => new ImportLine(line, fault.Refusal, ImportFile.Shown(fault.Value))));
            if (account is null)
            {
                continue;
            }
            accounts.Add((line, account));
            refused.AddRange(numbers.Add(account.UziNumber) ? [] : [new ImportLine(line, ImportRefusal.UziNumberTwice, account.UziNumber)]);
            refused.AddRange(account.Agb is null || codes.Add(account.Agb.Value) ? [] : [new ImportLine(line, ImportRefusal.AgbTwice, account.Agb.Value)]);
        }
        return accounts;
    }
}

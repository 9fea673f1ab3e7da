using System.Data.Common;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The personal code with which a doctor blocks her account when the card is lost. Only its hash is kept.</summary>
public sealed class BlockCodes
{
    private readonly RecordedChange _change;

    internal BlockCodes(RecordedChange change) => _change = change;

    /// <summary>Makes a new code for the doctor herself, to be shown once; the one before no longer works.</summary>
    public Task<string> MakeAsync(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var code = SecretCode.Create();
        return _change.RunAsync<string>(ChangedBy.Doctor(visit), async transaction =>
            (code, [await SetAsync(transaction, visit.Provider.UziNumber, code)]));
    }

    /// <summary>What is kept of a code of this account.</summary>
    internal static string Hash(string uziNumber, string? code) => SecretCode.Hash("block:" + uziNumber, code);

    internal static async Task<AccountChange> SetAsync(DbTransaction transaction, string uziNumber, string code)
    {
        await AccountTable.SetBlockCodeAsync(transaction, uziNumber, Hash(uziNumber, code));
        return new(AuditEventType.BlockCodeMade, AuditAction.Create, "account " + uziNumber, []);
    }
}

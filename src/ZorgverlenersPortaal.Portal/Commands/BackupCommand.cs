using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Backup;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Backs up and restores accounts and trail; a copy that does not verify is no backup, and is thrown away.</summary>
internal static class BackupCommand
{
    /// <summary>Copies everything into a folder that is not there or empty, also while the portal runs.</summary>
    public static async Task<int> BackUpAsync(string folder, CommandInput input)
    {
        var (from, audit) = Places(input);
        RequireEmpty(folder);
        // First: else the checkpoints would know of a record that the copy lacks.
        await RecordAsync(audit.Trail(from.Accounts, "-cli"));
        var to = BackupPlaces.In(folder);
        var report = Copy(from, to, copied => Verify(copied, audit));
        BackupManifest.Of(folder, TimeProvider.System.GetUtcNow()).Write(folder);
        Console.WriteLine(VerifyCommand.Lines(report).Last());
        Console.WriteLine($"Backed up to {folder}. Keep apart from it, for without them it is of no use: the key of the hospital's list ({from.Accounts}.bsn-key), the key of the checkpoints, the portal's certificate, and the keys in its settings.");
        return 0;
    }

    /// <summary>Puts a backup where the settings say, when nothing is there yet.</summary>
    public static Task<int> RestoreAsync(string folder, CommandInput input)
    {
        var (to, audit) = Places(input);
        var manifest = BackupManifest.Check(folder);
        if (File.Exists(to.Accounts) || (Directory.Exists(to.Trail) && Directory.EnumerateFiles(to.Trail, "*.trail.db").Any()))
        {
            throw new BackupException($"There are accounts or a trail already: {to.Accounts}, {to.Trail}. Put them away as evidence first; nothing was restored.");
        }
        // What was sworn since the backup stays: it is what shows that the copy is older.
        var places = to.Checkpoints is not null && Directory.Exists(to.Checkpoints) && Directory.EnumerateFiles(to.Checkpoints).Any()
            ? to with { Checkpoints = Path.Combine(Path.GetDirectoryName(to.Accounts)!, "restored-checkpoints") }
            : to with { Checkpoints = to.Checkpoints ?? Path.Combine(Path.GetDirectoryName(to.Accounts)!, "restored-checkpoints") };
        var options = audit.Trail(to.Accounts);
        var report = Copy(BackupPlaces.In(folder), places, _ => AuditVerifier.Verify(options.Storage, options.CheckpointFolder, options.CheckpointKey));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored the backup of {manifest.Made.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
        foreach (var line in VerifyCommand.Lines(report))
        {
            Console.WriteLine(line);
        }
        if (report.Nodes.Any(node => node.Fault is { Kind: TrailFault.TailCut }))
        {
            Console.WriteLine("The checkpoints know of newer records than the backup holds, so the portal will not go on in this trail. Keep both as evidence and start with another Audit:Node; the trail that was restored stays readable beside it.");
        }
        return Task.FromResult(report.IsIntact ? 0 : 1);
    }

    /// <summary>Copies, and takes away what it made when that or what follows fails.</summary>
    private static VerificationReport Copy(BackupPlaces from, BackupPlaces to, Func<BackupPlaces, VerificationReport> then)
    {
        try
        {
            BackupCopy.Make(from, to);
            return then(to);
        }
        catch
        {
            BackupCopy.Undo(to);
            throw;
        }
    }

    private static VerificationReport Verify(BackupPlaces copied, AuditOptions audit)
    {
        var hasKey = audit.CheckpointKey.Length > 0;
        var report = AuditVerifier.Verify(AuditStorage.InFolder(copied.Trail), hasKey ? copied.Checkpoints : null, hasKey ? audit.CheckpointKey : null);
        return report.IsIntact
            ? report
            : throw new BackupException($"The copied trail does not verify, so nothing was kept: {VerifyCommand.Lines(report).Last()}. Run 'portal audit verify'; what is broken is the trail itself.");
    }

    private static (BackupPlaces Places, AuditOptions Audit) Places(CommandInput input)
    {
        input.Done();
        var storage = input.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var audit = input.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        return (BackupPlaces.Of(storage, audit), audit);
    }

    private static void RequireEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any()))
        {
            throw new BackupException($"{folder} is not empty: name a folder that is not there yet.");
        }
    }

    /// <summary>A copy of all that was seen is an act too; without a record there is none.</summary>
    private static async Task RecordAsync(AuditTrailOptions options)
    {
        await using var trail = AuditTrail.Open(options, TimeProvider.System);
        await trail.AppendAsync(
            new()
            {
                Event = AuditEventType.BackupMade,
                Action = AuditAction.Execute,
                Outcome = AuditOutcome.Success,
                Time = TimeProvider.System.GetUtcNow(),
                RequestId = Security.RequestIdentity.Create().RequestId,
                Actor = new() { Name = Environment.UserName },
            },
            CancellationToken.None);
    }
}

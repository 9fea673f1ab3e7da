using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>Where the portal keeps what a backup holds, or where a backup has it.</summary>
/// <param name="Accounts">The file of the accounts.</param>
/// <param name="Trail">The folder of the trail.</param>
/// <param name="Checkpoints">The folder of the checkpoints; null for none.</param>
internal sealed record BackupPlaces(string Accounts, string Trail, string? Checkpoints)
{
    /// <summary>Of the settings; throws <see cref="BackupException"/> where PostgreSQL keeps it, which has backups of its own.</summary>
    public static BackupPlaces Of(StorageOptions storage, AuditOptions audit) => storage.File is { } file && audit.Provider == "Sqlite"
        ? new(file, audit.FolderBeside(file), audit.CheckpointFolder.Length == 0 ? null : audit.CheckpointFolder)
        : throw new BackupException("Accounts or trail are in PostgreSQL: back them up there, as ops/deploy/README.md says.");

    /// <summary>Of a backup.</summary>
    public static BackupPlaces In(string folder) => new(Path.Combine(folder, BackupCopy.Accounts), Path.Combine(folder, BackupCopy.Trail), Path.Combine(folder, BackupCopy.Checkpoints));
}

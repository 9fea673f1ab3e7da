using System.Text.Json;

namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>What a backup holds: written last, so that a backup without one is not whole.</summary>
/// <param name="Made">When.</param>
/// <param name="Portal">The version of the portal that made it.</param>
/// <param name="Files">Every file, by its path in the backup.</param>
internal sealed record BackupManifest(DateTimeOffset Made, string Portal, IReadOnlyList<BackupFile> Files)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Of the files that lie in the folder now.</summary>
    public static BackupManifest Of(string folder, DateTimeOffset made) => new(
        made,
        typeof(BackupManifest).Assembly.GetName().Version?.ToString() ?? "",
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => BackupFile.Of(folder, Path.GetRelativePath(folder, file)))
                .Where(file => file.Path != Name)
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ]);

    /// <summary>Reads it and compares each file; throws <see cref="BackupException"/> naming the first that is not what it was.</summary>
    public static BackupManifest Check(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new BackupException($"There is no {Name} in {folder}: it is no backup, or one that broke off. Take another.");
        }
        BackupManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), _json) is { Files: not null } read ? read : throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new BackupException($"{path} cannot be read. Take another backup.", fault);
        }
        // A file that was added is no better than one that was changed: it would be put back too.
        if (!Of(folder, manifest.Made).Files.Select(file => file.Path).SequenceEqual(manifest.Files.Select(file => file.Path), StringComparer.Ordinal)
            || manifest.Files.All(file => file.Path != BackupCopy.Accounts))
        {
            throw new BackupException($"{folder} holds other files than its {Name} names. Nothing was restored; take another backup.");
        }
        foreach (var file in manifest.Files)
        {
            if (BackupFile.Of(folder, file.Path) != file)
            {
                throw new BackupException($"{file.Path} in {folder} is not what was backed up. Nothing was restored; take another backup.");
            }
        }
        return manifest;
    }

    public void Write(string folder)
    {
        using var file = new StreamWriter(File.Open(Path.Combine(folder, Name), BackupCopy.Private(FileMode.CreateNew)));
        file.Write(JsonSerializer.Serialize(this, _json));
    }
}

using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>The trail from the command line; reads only, also while the portal runs.</summary>
internal static class AuditCommands
{
    public static int Verify(CommandInput input)
    {
        input.Done();
        var storage = input.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var audit = input.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        var folder = audit.Folder.Length > 0 || storage.File is not null
            ? audit.FolderBeside(storage.File ?? "")
            : throw new CommandException("Audit:Folder and Storage:ConnectionString are both empty; name one so that the trail can be found.");
        var options = audit.Trail(storage.File ?? folder);
        var report = AuditVerifier.Verify(folder, options.CheckpointFolder, options.CheckpointKey, null);
        foreach (var node in report.Nodes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{node.Node}: {node}"));
        }
        if (report.Nodes.Count == 0)
        {
            Console.Error.WriteLine($"There is no trail in {folder}.");
            return 1;
        }
        Console.WriteLine(report.IsIntact ? "INTACT" : $"BROKEN: {report.FirstFault}");
        return report.IsIntact ? 0 : 1;
    }

    public static int MakeKey(string file)
    {
        AuditCheckpointKey.Create(file);
        Console.WriteLine($"Made {file}. Keep it where the database's user cannot read it.");
        return 0;
    }
}

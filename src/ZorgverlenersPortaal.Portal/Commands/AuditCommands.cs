using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;
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
        if (audit is { Folder: "", Provider: "Sqlite" } && storage.File is null)
        {
            throw new CommandException("Audit:Folder and Storage:ConnectionString are both empty; name one so that the trail can be found.");
        }
        var options = audit.Trail(storage.File ?? "");
        var report = AuditVerifier.Verify(options.Storage, options.CheckpointFolder, options.CheckpointKey, new VerificationWatch(TimeProvider.System));
        if (report.Nodes.Count == 0)
        {
            Console.Error.WriteLine($"There is no trail in {options.Storage.Name}.");
            return 1;
        }
        foreach (var line in Lines(report))
        {
            Console.WriteLine(line);
        }
        return report.IsIntact ? 0 : 1;
    }

    /// <summary>One line per node, and last of all <c>INTACT n records</c> or <c>BROKEN node NAME record SEQ: KIND detail</c>.</summary>
    internal static IEnumerable<string> Lines(VerificationReport report)
    {
        foreach (var node in report.Nodes)
        {
            var checkpoints = node.CheckpointedThrough == 0 ? "no checkpoint" : Text($"checkpointed through {node.CheckpointedThrough}");
            yield return Text($"{node.Node}: {node.Count} records, {Time(node.First)} to {Time(node.Last)} UTC, head {node.HeadHash[..12]}, {checkpoints}");
        }
        yield return report.FirstFault is { } fault
            ? Text($"BROKEN node {fault.Node} record {fault.Sequence}: {fault.Kind} {fault.Detail}")
            : Text($"INTACT {report.Nodes.Sum(node => node.Count)} records");
    }

    public static int MakeKey(string file)
    {
        AuditCheckpointKey.Create(file);
        Console.WriteLine($"Made {file}. Keep it where the database's user cannot read it.");
        return 0;
    }

    public static int MakeBsnKey(string file)
    {
        BsnKey.Create(file);
        Console.WriteLine($"Made {file}. Give every node this one, and keep it where Elasticsearch's administrators cannot read it.");
        return 0;
    }

    private static string Time(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

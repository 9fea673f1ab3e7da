using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>
/// Proves the trail from the command line, also while the portal runs, and records in the chain of its own node what came of it. The
/// verdict does not depend on that: what cannot be recorded is said.
/// </summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(CommandInput input)
    {
        var (period, isRecorded) = (CommandDays.Optional(input), !input.Has("no-record"));
        input.Done();
        var storage = input.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var audit = input.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        if (audit is { Folder: "", Provider: "Sqlite" } && storage.File is null)
        {
            throw new CommandException("Audit:Folder and Storage:ConnectionString are both empty; name one so that the trail can be found.");
        }
        var options = audit.Trail(storage.File ?? "", "-cli");
        var part = period is null ? null : new VerificationPeriod(period.From, period.Until);
        var report = AuditVerifier.Verify(options.Storage, options.CheckpointFolder, options.CheckpointKey, new VerificationWatch(TimeProvider.System), part);
        if (report.Nodes.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no trail in {options.Storage.Name}.");
            return 1;
        }
        foreach (var line in Lines(report))
        {
            Console.WriteLine(line);
        }
        if (isRecorded && (IsProven(report) || !report.IsIntact))
        {
            await RecordAsync(options, report, period);
        }
        return IsProven(report) ? 0 : 1;
    }

    /// <summary>
    /// One line per node, one more for each that has a fault, and last of all <c>INTACT n records</c>, <c>BROKEN node NAME record SEQ: KIND
    /// detail</c> of the first, or <c>NOTHING</c> where there was no record to verify.
    /// </summary>
    internal static IEnumerable<string> Lines(VerificationReport report)
    {
        foreach (var node in report.Nodes)
        {
            var checkpoints = node.CheckpointedThrough == 0 ? "no checkpoint" : Text($"checkpointed through {node.CheckpointedThrough}");
            var place = node.Begin > 1 && node.Count > 0 ? Text($" ({node.Begin} to {node.Begin - 1 + node.Count})") : "";
            yield return Text($"{node.Node}: {node.Count} records{place}, {Time(node.First)} to {Time(node.Last)} UTC, head {Head(node)}, {checkpoints}");
            if (node.Fault is { } fault)
            {
                yield return Text($"{node.Node}: fault at record {fault.Sequence}: {fault.Kind} {fault.Detail}");
            }
        }
        yield return report.FirstFault is { } first ? Text($"BROKEN node {first.Node} record {first.Sequence}: {first.Kind} {first.Detail}")
            : IsProven(report) ? Text($"INTACT {Count(report)} records")
            : "NOTHING there are no records of these days";
    }

    /// <summary>No record proves nothing.</summary>
    private static bool IsProven(VerificationReport report) => report.IsIntact && (Count(report) > 0 || report.Nodes.All(node => node.Begin == 1));

    private static async Task RecordAsync(AuditTrailOptions options, VerificationReport report, ReviewPeriod? period)
    {
        if (report.Nodes.FirstOrDefault(node => node.Node == options.Node && node.Fault is not null) is not null)
        {
            await Console.Error.WriteLineAsync($"This check is not recorded: nothing is added to the chain of {options.Node}, which is broken.");
            return;
        }
        try
        {
            await using var trail = AuditTrail.Open(options, TimeProvider.System);
            await trail.AppendAsync(Record(report, period), CancellationToken.None);
        }
        catch (Exception fault) when (fault is AuditUnavailableException or AuditTrailInUseException or AuditTrailRefusedException
            or System.Data.Common.DbException or IOException or UnauthorizedAccessException or ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            await Console.Error.WriteLineAsync($"This check is not recorded: {fault.Message}");
        }
    }

    private static AuditRecord Record(VerificationReport report, ReviewPeriod? period) => new()
    {
        Event = AuditEventType.TrailVerified,
        Action = AuditAction.Execute,
        Outcome = report.IsIntact ? AuditOutcome.Success : AuditOutcome.Failed,
        Time = TimeProvider.System.GetUtcNow(),
        RequestId = Security.RequestIdentity.Create().RequestId,
        Actor = new() { Name = Environment.UserName },
        Detail = (report.FirstFault is { } fault ? Text($"broken node:{fault.Node} record:{fault.Sequence} fault:{fault.Kind}") : "intact")
            + Text($" nodes:{report.Nodes.Count} records:{Count(report)}")
            + (period is null ? "" : Text($" from:{period.First:yyyy-MM-dd} until:{period.Last:yyyy-MM-dd}")),
    };

    private static long Count(VerificationReport report) => report.Nodes.Sum(node => node.Count);

    private static string Head(NodeVerification node) => node.HeadHash.Length > 12 ? node.HeadHash[..12] : "-";

    private static string Time(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

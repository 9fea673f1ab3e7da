using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Reconciliation;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>
/// Lays the EPD's own access log beside the trail, also while the portal runs, and records what came of it before it says so
/// (docs/reconciliation.md). Exit code 0: no grave gap; 1: a look may lack its record; 2: nothing can be said.
/// </summary>
internal static class ReconcileCommand
{
    private const int Grave = 1;
    private const int NoVerdict = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        try
        {
            return await RunAsync(new CommandInput(words));
        }
        catch (Exception fault) when (fault is CommandException or EpdLogException or AuditUnavailableException or AuditTrailInUseException or AuditTrailRefusedException
            or DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return NoVerdict;
        }
    }

    private static async Task<int> RunAsync(CommandInput input)
    {
        var period = CommandDays.Required(input);
        var file = input.Required("epd-log")[0];
        var client = Client(input);
        input.Done();
        var trail = Trail(input.Configuration);
        using var log = EpdLogFile.Open(file, client);
        var report = TrailReconciliation.Run(trail.Storage, log.Lines(), period.From, period.Until);
        await RecordAsync(trail, Detail(report, period, log.Sha256, client), IsProven(report));
        foreach (var line in ReconciliationText.Lines(report, log.Unit))
        {
            Console.WriteLine(line);
        }
        return report.IsGrave ? Grave : report.Lines == 0 ? NoVerdict : 0;
    }

    /// <summary>No line proves nothing: the name of the portal may be another in this log.</summary>
    private static bool IsProven(ReconciliationReport report) => !report.IsGrave && report.Lines > 0;

    private static string Client(CommandInput input) => (input.Optional("client") ?? input.Configuration["Epd:Smart:ClientId"]) is { Length: > 0 } client
        ? client
        : throw new CommandException("Missing: --client. Give the name by which the EPD's log calls the portal, to the letter.");

    private static AuditTrailOptions Trail(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var audit = configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        return audit is { Folder: "", Provider: "Sqlite" } && storage.File is null
            ? throw new CommandException("Audit:Folder and Storage:ConnectionString are both empty; name one so that the trail can be found.")
            : audit.Trail(storage.File ?? "", "-cli");
    }

    private static async Task RecordAsync(AuditTrailOptions options, string detail, bool isProven)
    {
        await using var trail = AuditTrail.Open(options, TimeProvider.System);
        await trail.AppendAsync(
            new()
            {
                Event = AuditEventType.TrailReconciled,
                Action = AuditAction.Execute,
                Outcome = isProven ? AuditOutcome.Success : AuditOutcome.Failed,
                Time = TimeProvider.System.GetUtcNow(),
                RequestId = Security.RequestIdentity.Create().RequestId,
                Actor = new() { Name = Environment.UserName },
                Detail = detail,
            },
            CancellationToken.None);
    }

    private static string Detail(ReconciliationReport report, ReviewPeriod period, string sha256, string client) => FormattableString.Invariant(
        $"{(report.IsGrave ? "grave" : IsProven(report) ? "agrees" : "nothing")} from:{period.First:yyyy-MM-dd} until:{period.Last:yyyy-MM-dd} records:{report.Records} lines:{report.Lines} matched:{report.Matched} ")
        + string.Join(' ', Enum.GetValues<GapKind>().Select(kind => FormattableString.Invariant($"{kind}:{report.Count(kind)}")))
        + $" sha256:{sha256} client:{client}";
}

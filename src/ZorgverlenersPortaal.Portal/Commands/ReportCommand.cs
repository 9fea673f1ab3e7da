using System.Globalization;
using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Pages.Toezicht;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>The report on the officers' cases from the command line: from the register, or from the trail alone and compared with the register.</summary>
internal static class ReportCommand
{
    public static async Task<int> RunAsync(CommandInput input)
    {
        var period = CommandDays.Required(input);
        var (isRecomputed, isJson) = (input.Has("recompute"), input.Has("json"));
        input.Done();
        var reports = Reports(input.Configuration);
        var (report, differences) = isRecomputed ? await reports.RecomputeAsync(period, CancellationToken.None) : (await reports.MakeAsync(period, CancellationToken.None), null);
        var verification = await reports.LastVerificationAsync(CancellationToken.None);
        if (isJson)
        {
            Console.WriteLine(Encoding.UTF8.GetString(ReviewReportJson.Of(report, verification, differences)));
        }
        else
        {
            foreach (var line in Lines(report, verification).Concat(Verdict(differences)))
            {
                Console.WriteLine(line);
            }
        }
        return differences is { Count: > 0 } ? 1 : 0;
    }

    /// <summary>One figure a line, <c>name value</c>; what is not known is a dash.</summary>
    internal static IEnumerable<string> Lines(ReviewReport report, StoredAuditRecord? verification)
    {
        yield return Text($"period {report.Period.First:yyyy-MM-dd} {report.Period.Last:yyyy-MM-dd}");
        yield return Text($"emergencies {report.Emergencies}");
        yield return Text($"emergencies-judged {report.EmergenciesJudged}");
        yield return Text($"cases {report.Cases}");
        yield return Text($"judged {report.Judged}");
        yield return Text($"open {report.Open}");
        yield return Text($"overdue {report.Overdue}");
        yield return $"hours-to-verdict-median {Hours(report.MedianTimeToVerdict)}";
        yield return $"hours-to-verdict-p90 {Hours(report.P90TimeToVerdict)}";
        foreach (var (verdict, count) in report.Verdicts)
        {
            yield return Text($"verdict-{verdict} {count}");
        }
        yield return Text($"minutes-by-officers-own-word {report.Minutes} of {report.CasesWithMinutes} cases, median {(report.MedianMinutes is { } median ? Text($"{median}") : "-")}");
        foreach (var origin in report.Origins)
        {
            yield return Text($"origin-{origin.Origin} opened {origin.Opened} asked {origin.Asked} judged {origin.Judged} breaches {origin.Breaches}");
        }
        yield return verification is null
            ? Text($"last-verification none in {ReviewReports.VerifiedDays} days")
            : Text($"last-verification {verification.Record.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC {verification.Record.Outcome} {verification.Record.Detail}");
    }

    /// <summary>Last of all <c>AGREES</c>, or each difference and <c>DIFFERS n</c>; nothing when it was not looked for.</summary>
    private static IEnumerable<string> Verdict(IReadOnlyList<string>? differences) => differences switch
    {
        null => [],
        [] => ["AGREES with the register; these numbers are from the trail alone"],
        _ => [.. differences, Text($"DIFFERS {differences.Count}: these numbers are from the trail alone")],
    };

    private static ReviewReports Reports(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var audit = configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        if (storage.File is not { } file || !File.Exists(file))
        {
            throw new CommandException("Storage:ConnectionString names no database that is there; name the portal's own.");
        }
        return new(new Database(storage), new AuditEvidence(audit.StorageBeside(file)), TimeProvider.System);
    }

    private static string Hours(TimeSpan? time) => time is { } known ? known.TotalHours.ToString("F2", CultureInfo.InvariantCulture) : "-";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

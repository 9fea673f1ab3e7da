using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The report's figures in words, and its pictures. Dutch.</summary>
public static class ReportText
{
    private static readonly CultureInfo _dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"3 van 4 (75%)"; without a percentage of nothing.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "0 van 0" : string.Create(_dutch, $"{part} van {whole} ({part * 100.0 / whole:0}%)");

    /// <summary>"2,5 dagen", or hours when it is less than two days.</summary>
    public static string Time(TimeSpan? time) => time switch
    {
        null => "nog niet bekend",
        { TotalMinutes: <= 1 } => "1 minuut",
        { TotalHours: < 1 } some => string.Create(_dutch, $"{Math.Ceiling(some.TotalMinutes):0} minuten"),
        { TotalDays: < 2 } some => string.Create(_dutch, $"{some.TotalHours:0.#} uur"),
        { } many => string.Create(_dutch, $"{many.TotalDays:0.#} dagen"),
    };

    /// <summary>How the trail stands, by the last verification that is recorded.</summary>
    public static string Chain(StoredAuditRecord? verification) => verification switch
    {
        null => $"Er is in {ReviewReports.VerifiedDays} dagen geen controle van het log vastgelegd.",
        { Record: { Outcome: AuditOutcome.Success, Detail: { } detail } } when detail.Contains(" from:", StringComparison.Ordinal) =>
            $"Een deel van het log is gecontroleerd op {Clock.DateAndTime(verification.Record.Time)}; dat klopte.",
        { Record.Outcome: AuditOutcome.Success } => $"Het log klopte bij de controle van {Clock.DateAndTime(verification.Record.Time)}.",
        _ => $"Het log klopte niet bij de controle van {Clock.DateAndTime(verification.Record.Time)}.",
    };

    /// <summary>Verdicts by kind.</summary>
    public static BarChart Verdicts(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Chart("grafiek-oordelen", "Oordelen", report.Verdicts.Select(one => (CaseText.Of(one.Key), one.Value)));
    }

    /// <summary>Where cases stand.</summary>
    public static BarChart Progress(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Chart("grafiek-stand", "Stand van de zaken", [("Beoordeeld", report.Judged), ("Open, op tijd", report.Open - report.Overdue), ("Open, te laat", report.Overdue)]);
    }

    /// <summary>Emergencies with and without a verdict.</summary>
    public static BarChart Coverage(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Chart("grafiek-dekking", "Noodprocedures", [("Met oordeel", report.EmergenciesJudged), ("Nog zonder oordeel", report.Emergencies - report.EmergenciesJudged)]);
    }

    /// <summary>Cases by what made them.</summary>
    public static BarChart Origins(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Chart("grafiek-herkomst", "Zaken per herkomst", report.Origins.Select(one => (CaseText.Of(one.Origin), one.Opened)));
    }

    private static BarChart Chart(string id, string title, IEnumerable<(string Label, int Number)> bars)
    {
        var all = bars.Select(bar => (bar.Label, (double)bar.Number, bar.Number.ToString(_dutch))).ToList();
        return new(id, $"{title}: {string.Join(", ", all.Select(bar => $"{bar.Label} {bar.Item3}"))}", all);
    }
}

using System.Globalization;
using ZorgverlenersPortaal.Audit.Reconciliation;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>A reconciliation in words: what was compared, each gap, the count of what matched, and last the verdict. No number or name of a patient.</summary>
internal static class ReconciliationText
{
    /// <summary>The last line is <c>AGREES</c>, <c>GRAVE n</c>, or <c>NOTHING</c> where the log holds no line of the portal.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="unit">What the numbers count: line or entry.</param>
    public static IEnumerable<string> Lines(ReconciliationReport report, string unit)
    {
        yield return Text($"the trail: {report.Records} records of these days");
        yield return Text($"the EPD's log: {report.Lines} lines of the portal, {Time(report.First)} to {Time(report.Last)} UTC; passed over: {report.OfOthers} of others, {report.OfOtherDays} of other days, {report.AboutNobody} without a request id and about nobody");
        foreach (var gap in report.Gaps)
        {
            yield return Line(gap, unit);
        }
        foreach (var kind in Enum.GetValues<GapKind>().Where(kind => report.Count(kind) > ReconciliationReport.MostGaps))
        {
            yield return Text($"{kind}: {report.Count(kind) - ReconciliationReport.MostGaps} more are not named; reconcile fewer days at a time to see them");
        }
        yield return report.Uncompared == 0
            ? Text($"{report.Matched} matched")
            : Text($"{report.Matched} matched, of which {report.Uncompared} by request only: their records name a period, patients without a BSN, or nobody because the browser left");
        yield return Verdict(report);
    }

    private static string Verdict(ReconciliationReport report)
    {
        var grave = Enum.GetValues<GapKind>().Where(ReconciliationReport.IsGraveKind).Sum(report.Count);
        return grave > 0 ? Text($"GRAVE {grave}: a look may lack its record; see docs/runbook.md, 'audit reconcile'")
            : report.Lines > 0 ? "AGREES no look without a record in this log"
            : "NOTHING the log holds no line of the portal on these days, so nothing is proven; is --client what this log calls the portal, to the letter?";
    }

    private static string Line(ReconciliationGap gap, string unit)
    {
        var place = gap.Node is null ? Text($"{unit} {gap.Number}") : Text($"record {gap.Node}/{gap.Sequence}");
        return $"{(ReconciliationReport.IsGraveKind(gap.Kind) ? "GRAVE " : "")}{place}: {gap.Kind}: {Meaning(gap.Kind)}{(gap.RequestId is { } id ? $"; request {id}" : "")}";
    }

    private static string Meaning(GapKind kind) => kind switch
    {
        GapKind.NoRecord => "the trail holds nothing of this request",
        GapKind.NoRequestId => "a patient, but no request id to find the look by",
        GapKind.OtherPatient => "the records of this request name another patient",
        GapKind.NotOnList => "given for a list or a search whose record does not name this patient; a list shows fewer than it is given",
        GapKind.NoLine => "shown, but the log holds nothing of it; two requests shared an answer, or the log is not whole",
    };

    private static string Time(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

using System.Globalization;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>For ops/bench: a year of a hospital's portal, 13 kinds of snoopers, and what the review makes of them.</summary>
internal static class ReviewFigures
{
    /// <summary>Prints `name value` a line; the trail is made in the folder.</summary>
    public static async Task PrintAsync(string folder)
    {
        var proof = await ReviewProof.RunAsync(folder, seed: 20260101, (Doctors: 240, Patients: 16_000, Days: 365, LooksADay: 620, OfEach: 12));
        Print("lawful_looks", proof.LawfulLooks, "F0");
        Print("trail_records", proof.Records, "F0");
        Print("explained_share_lawful", proof.ExplainedShare, "F4");
        Print("recall_planted_within_20_cases_a_day", proof.Recall, "F4");
        Print("recall_planted_within_5_cases_a_day", proof.RecallInFive, "F4");
        Print("planted", proof.Planted, "F0");
        Print("planted_auto_closed", proof.AutoClosed, "F0");
        Print("unmarked_near_contact_closed", proof.LuckyClosed, "F2");
        Print("cases_a_day_mean", proof.CasesADay.Mean, "F1");
        Print("cases_a_day_most", proof.CasesADay.Most, "F0");
        Print("raised_beyond_the_budget", proof.Beyond, "F0");
        foreach (var (story, recall) in proof.RecallByStory.OrderBy(one => one.Key))
        {
            Print("recall_" + string.Concat(story.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c))), recall, "F2");
        }
        Print("review_seconds", proof.Seconds, "F1");
        Print("review_memory_mb", proof.PeakMegabytes, "F0");
    }

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} {value.ToString(format, CultureInfo.InvariantCulture)}");
}

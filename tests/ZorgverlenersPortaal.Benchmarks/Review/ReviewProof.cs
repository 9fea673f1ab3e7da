using System.Diagnostics;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>
/// A made-up period in a real trail, reviewed by the portal's own classes; what came of the lawful looks and of the planted ones.
/// </summary>
internal sealed class ReviewProof
{
    /// <summary>Appends under way at once.</summary>
    private const int Together = 1024;

    public int LawfulLooks { get; private set; }

    public int Records { get; private set; }

    /// <summary>Share of lawful looks that are closed without anybody.</summary>
    public double ExplainedShare { get; private set; }

    /// <summary>Share of the planted that stand on the list of their day.</summary>
    public double Recall => Of(All, one => one.IsFound);

    /// <summary>The same, were a day's list five cases long: does the order put them first?</summary>
    public double RecallInFive { get; private set; }

    /// <summary>How many were planted, those who happened to be in hospital left out.</summary>
    public int Planted => All.Count;

    public int AutoClosed => All.Count(one => one.IsClosed);

    /// <summary>Share of snoopers without any mark whose victim was in hospital anyway that are closed: what no explanation can tell.</summary>
    public double LuckyClosed { get; private set; }

    /// <summary>Cases that a day's list had on average, and the fullest.</summary>
    public (double Mean, int Most) CasesADay { get; private set; }

    public int Beyond { get; private set; }

    public double Seconds { get; private set; }

    public double PeakMegabytes { get; private set; }

    public IReadOnlyDictionary<Story, double> RecallByStory { get; private set; } = new Dictionary<Story, double>();

    private List<(Story Story, bool IsClosed, bool IsFound)> All { get; set; } = [];

    public static async Task<ReviewProof> RunAsync(string folder, int seed, (int Doctors, int Patients, int Days, int LooksADay, int OfEach) size)
    {
        var first = new DateOnly(2026, 1, 1);
        Town town = new(seed, (size.Doctors, size.Patients), (first, size.Days));
        LawfulYear lawful = new(town, size.LooksADay);
        Snoopers snoopers = new(town, lawful, size.OfEach);
        ReviewProof proof = new();
        await using (var trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(folder), Node = "proof", WriteTimeout = TimeSpan.FromMinutes(2) }, TimeProvider.System))
        {
            for (var day = 0; day < size.Days; day++)
            {
                var records = lawful.Day(first.AddDays(day)).ToList();
                records.AddRange(snoopers.Day(first.AddDays(day)));
                proof.Records += records.Count;
                foreach (var some in records.Chunk(Together))
                {
                    await Task.WhenAll(some.Select(record => trail.AppendAsync(record, CancellationToken.None)));
                }
            }
        }
        proof.LawfulLooks = lawful.Looks;
        await proof.ReviewAsync(folder, town, snoopers.Planted);
        return proof;
    }

    private async Task ReviewAsync(string folder, Town town, IReadOnlyList<Planted> planted)
    {
        var rules = ReviewRulesFile.Read(ReviewRulesFile.Shipped).Rules!;
        ReviewList list = new(rules.CasesADay), five = new(5);
        var unlawful = planted.Where(one => one.Patient is not null).Select(one => (one.Uzi, one.Patient!, one.Day)).ToHashSet();
        var harvests = planted.Where(one => one.Patient is null).Select(one => (one.Uzi, one.Day)).ToHashSet();
        HashSet<(string, string, DateOnly)> closed = [];
        var (looks, explained, started, before) = (0, 0, Stopwatch.GetTimestamp(), GC.GetTotalMemory(forceFullCollection: true));
        var peak = before;
        var from = TownRecords.At(town.First, 0);
        await foreach (var reviewed in new LookReview(rules, town.Homes, town.FactsAsync).RunAsync(AuditReader.Walk(AuditStorage.InFolder(folder), new() { From = from }), town.First, CancellationToken.None))
        {
            list.Add(reviewed);
            five.Add(reviewed);
            if (reviewed.Look is { } look && (look.UziNumber, look.PatientId, look.Day) is var key)
            {
                if (unlawful.Contains(key))
                {
                    _ = reviewed.IsClosed && closed.Add(key);
                }
                else if (!harvests.Contains((look.UziNumber, look.Day)))
                {
                    looks++;
                    explained += reviewed.IsClosed ? 1 : 0;
                }
            }
            peak = looks % 1000 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) : peak;
        }
        (Seconds, PeakMegabytes, ExplainedShare, Beyond) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (peak - before) / 1048576.0, (double)explained / looks, list.Beyond);
        Judge(list.Cases, planted, closed, town.Days);
        var first = Keys(five.Cases);
        RecallInFive = Of([.. planted.Where(one => one.Story != Story.Lucky)], one => first.Contains((one.Uzi, one.Patient, one.Day)));
    }

    private void Judge(IReadOnlyList<ReviewedLook> cases, IReadOnlyList<Planted> planted, HashSet<(string, string, DateOnly)> closed, int days)
    {
        var shown = Keys(cases);
        var all = planted.Select(one => (one.Story, IsClosed: one.Patient is { } patient ? closed.Contains((one.Uzi, patient, one.Day)) : !shown.Contains((one.Uzi, null, one.Day)), IsFound: shown.Contains((one.Uzi, one.Patient, one.Day)))).ToList();
        LuckyClosed = Of([.. all.Where(one => one.Story == Story.Lucky)], one => one.IsClosed);
        All = [.. all.Where(one => one.Story != Story.Lucky)];
        RecallByStory = All.GroupBy(one => one.Story).ToDictionary(group => group.Key, group => Of([.. group], one => one.IsFound));
        var perDay = cases.GroupBy(one => one.Doctor.Day).Select(day => day.Count()).ToList();
        CasesADay = (perDay.Sum() / (double)days, perDay.Max());
    }

    private static HashSet<(string, string?, DateOnly)> Keys(IReadOnlyList<ReviewedLook> cases) => [.. cases.Select(one => (one.Doctor.UziNumber, one.Look?.PatientId, one.Doctor.Day))];

    private static double Of<T>(List<T> all, Func<T, bool> counts) => all.Count == 0 ? 0 : all.Count(counts) / (double)all.Count;
}

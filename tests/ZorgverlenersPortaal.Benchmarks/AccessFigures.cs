using System.Diagnostics;
using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>What a decision itself costs, from facts that lie ready: no database, no EPD. For ops/bench.</summary>
internal static class AccessFigures
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Facts as a look by a locum has them: the longest way through the rules before an emergency.</summary>
    private static readonly IReadOnlyList<AuditFact> _facts =
    [
        Fact("account.role", "GeneralPractitioner"), Fact("account.agb", "01234567"), Fact("account.practiceAgb", "01110001"), Fact("rule.ownPractice", "on"),
        Fact("rule.careTeam", "ElderlyCarePhysician"), Fact("rule.residence", "ElderlyCarePhysician"), Fact("rule.afterDays", "30"),
        Fact("delegation", "07654321", "delegation/1"), Fact("delegation.role", "GeneralPractitioner", "delegation/1"), Fact("patient", "Patient/p1/1"),
        Fact("generalPractitioner", "07654321", "Practitioner/gp2/3"), Fact("generalPractitioners", "1"), Fact("objection.asked", "HospitalList,Epd"),
    ];

    /// <summary>Prints `name value` a line: decisions a second of one core, and bytes a decision.</summary>
    public static void Print()
    {
        var rates = Enumerable.Range(0, 7).Select(_ => Rate()).Order().ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        const int Many = 10_000;
        for (var i = 0; i < Many; i++)
        {
            Decide();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"access_decisions_per_second {rates[rates.Count / 2]:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"access_bytes_per_decision {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)Many:0}"));
    }

    private static double Rate()
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var decisions = 0L;
        while (watch.ElapsedMilliseconds < 300)
        {
            Decide();
            decisions++;
        }
        return decisions / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Decide()
    {
        if (AccessDecision.Of(_facts).Reason != AccessReason.Delegated)
        {
            throw new InvalidOperationException("The facts of this figure lead to another decision.");
        }
    }

    private static AuditFact Fact(string name, string value, string source = "account") => new(name, value, source, _now);
}

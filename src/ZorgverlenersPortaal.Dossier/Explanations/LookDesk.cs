using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>
/// Where an officer has the looks of a period reviewed. Recorded are: that she asks, before the trail is read; the seed of a sample, before it
/// is drawn; and whom she is shown, before she is (R2). Each method throws <see cref="AuditUnavailableException"/> when that cannot be.
/// </summary>
public sealed class LookDesk
{
    /// <summary>Days reviewed at once.</summary>
    public const int MostDays = 7;

    private readonly ExplanationGrant.Decider _decider;
    private readonly FactsReader _reader;
    private readonly (ReviewRules Rules, Homes Homes) _policy;
    private readonly (AuditTrail Trail, AuditLog Log) _trail;
    private readonly TimeProvider _clock;

    internal LookDesk(ExplanationGrant.Decider decider, FactsReader reader, (ReviewRules Rules, Homes Homes) policy, (AuditTrail Trail, AuditLog Log) trail, TimeProvider clock) =>
        (_decider, _reader, _policy, _trail, _clock) = (decider, reader, policy, trail, clock);

    /// <summary>The riskiest looks of these days; null: refused.</summary>
    public Task<LookReport?> ReviewAsync(StaffVisit visit, DateOnly from, DateOnly until, CancellationToken cancellation) => RunAsync(visit, (from, until), null, cancellation);

    /// <summary>The same, with a sample drawn by a new seed.</summary>
    public async Task<LookReport?> DrawAsync(StaffVisit visit, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.ActsAs != AccountFunction.SecurityOfficer)
        {
            return await ReviewAsync(visit, from, until, cancellation);
        }
        var seed = ReviewSample.NewSeed();
        var drawn = await _trail.Trail.AppendAsync(
            visit.Acting(AuditEventType.SampleSeeded, AuditOutcome.Success, _clock.GetUtcNow()) with
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"from:{from:yyyy-MM-dd} until:{until:yyyy-MM-dd} size:{_policy.Rules.SampleSize} seed:{seed}"),
            },
            CancellationToken.None);
        return await RunAsync(visit, (from, until), (new(seed, _policy.Rules.SampleSize), drawn), cancellation);
    }

    /// <summary>The sample of an earlier draw again, by its record; null when that record is no draw.</summary>
    public async Task<LookReport?> RedrawAsync(StaffVisit visit, string node, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.ActsAs != AccountFunction.SecurityOfficer)
        {
            var today = LookFolder.DayOf(_clock.GetUtcNow());
            return await ReviewAsync(visit, today, today, cancellation);
        }
        var found = await _trail.Log.OpenAsync(node, sequence, visit.Acting(AuditEventType.TrailRecordShown, AuditOutcome.Success, _clock.GetUtcNow()), cancellation);
        return found?.Record is { Event: AuditEventType.SampleSeeded, Detail: { } detail } && ReadDraw(detail) is { } draw
            ? await RunAsync(visit, (draw.From, draw.Until), (new(draw.Seed, draw.Size), new(node, sequence)), cancellation)
            : null;
    }

    private async Task<LookReport?> RunAsync(StaffVisit visit, (DateOnly From, DateOnly Until) days, (ReviewSample Sample, AuditReceipt Place)? draw, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var rules = _policy.Rules;
        var asked = string.Create(CultureInfo.InvariantCulture, $"from:{days.From:yyyy-MM-dd} until:{days.Until:yyyy-MM-dd} rules:{rules.Hash}");
        var begin = days.From.DayNumber > rules.HistoryDays ? days.From.AddDays(-rules.HistoryDays) : days.From;
        if (await _decider.DecideAsync(visit, Periods.StartOf(begin), Periods.StartOf(days.Until.AddDays(1)), asked) is not { } grant)
        {
            return null;
        }
        ReviewList list = new(rules.CasesADay);
        LookReview review = new(rules, _policy.Homes, (question, token) => _reader.ReadAsync(grant, question, token));
        await foreach (var reviewed in review.RunAsync(grant.Records, days.From, cancellation))
        {
            list.Add(reviewed);
            draw?.Sample.Add(reviewed);
        }
        await RecordAsync(visit, asked, list, draw);
        return new(days.From, days.Until, list, draw?.Sample, draw?.Place, rules);
    }

    private Task<AuditReceipt> RecordAsync(StaffVisit visit, string asked, ReviewList list, (ReviewSample Sample, AuditReceipt Place)? draw)
    {
        IReadOnlyList<ReviewedLook> shown = [.. list.Cases, .. draw?.Sample.Drawn ?? []];
        var sample = draw is { } drawn ? string.Create(CultureInfo.InvariantCulture, $" draw:{drawn.Place.Node}/{drawn.Place.Sequence}") : "";
        return _trail.Trail.AppendAsync(
            visit.Acting(AuditEventType.ReviewShown, AuditOutcome.Success, _clock.GetUtcNow()) with
            {
                Action = AuditAction.Read,
                Patients = [.. shown.Select(one => one.Look).OfType<Look>().Select(look => new AuditPatient(look.PatientId, look.Bsn)).Distinct()],
                Resources = [.. shown.SelectMany(one => one.Explanations.Where(explanation => explanation.IsContact)).Select(explanation => explanation.Reference).Distinct(StringComparer.Ordinal)],
                Detail = string.Create(CultureInfo.InvariantCulture, $"{asked} looks:{list.Looks} closed:{list.Closed} cases:{list.Cases.Count} beyond:{list.Beyond} uncertain:{list.Uncertain}{sample}"),
            },
            CancellationToken.None);
    }

    private static (DateOnly From, DateOnly Until, int Size, string Seed)? ReadDraw(string detail)
    {
        var parts = detail.Split(' ').Select(part => part.Split(':', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        return DateOnly.TryParseExact(parts.GetValueOrDefault("from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(parts.GetValueOrDefault("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            && int.TryParse(parts.GetValueOrDefault("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && parts.GetValueOrDefault("seed") is { Length: 64 } seed && seed.All(char.IsAsciiHexDigitLower)
                ? (from, until, size, seed)
                : null;
    }
}

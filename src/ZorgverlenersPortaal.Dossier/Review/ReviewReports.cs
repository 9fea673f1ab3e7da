using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Makes the report for board and supervisor, from the register or from the trail alone, and says where the two differ.</summary>
public sealed class ReviewReports
{
    /// <summary>Read beside the period: the row and the record of one emergency have moments of their own, and its case comes after it.</summary>
    private static readonly TimeSpan _edge = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _verified = TimeSpan.FromDays(45);

    private readonly Database _database;
    private readonly AuditEvidence _trail;
    private readonly TimeProvider _clock;

    /// <summary>Over this database and this trail; neither is written to.</summary>
    public ReviewReports(Database database, AuditEvidence trail, TimeProvider clock) => (_database, _trail, _clock) = (database, trail, clock);

    /// <summary>Days that are looked back for the last verification of the trail.</summary>
    public static int VerifiedDays => (int)_verified.TotalDays;

    /// <summary>From the register.</summary>
    public async Task<ReviewReport> MakeAsync(ReviewPeriod period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(period);
        return ReviewReport.Of(await RegisterBook.ReadAsync(_database, period.From - _edge, cancellation), period, _clock.GetUtcNow());
    }

    /// <summary>
    /// From the trail alone, and every difference with the register, in English; none when the two agree. Throws
    /// <see cref="AuditUnavailableException"/> when the trail cannot be read.
    /// </summary>
    public async Task<(ReviewReport Report, IReadOnlyList<string> Differences)> RecomputeAsync(ReviewPeriod period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(period);
        var found = await CompareAsync(period, cancellation);
        // A step that was taken while both were read stands in one of them only: it is there in both the second time.
        return found.Differences.Count == 0 ? found : await CompareAsync(period, cancellation);
    }

    /// <summary>The last verification of the trail that is recorded (4001); null when there is none of the last <see cref="VerifiedDays"/> days.</summary>
    public Task<StoredAuditRecord?> LastVerificationAsync(CancellationToken cancellation) =>
        _trail.LastAsync(AuditEventType.TrailVerified, _clock.GetUtcNow() - _verified, cancellation);

    private async Task<(ReviewReport Report, IReadOnlyList<string> Differences)> CompareAsync(ReviewPeriod period, CancellationToken cancellation)
    {
        var (now, from) = (_clock.GetUtcNow(), period.From - _edge);
        var (register, trail) = (await RegisterBook.ReadAsync(_database, from, cancellation), await TrailBook.ReadAsync(_trail, from, cancellation));
        List<string> differences = [.. BookComparison.Of(register, trail, period)];
        var (own, told) = (ReviewReport.Of(register, period, now), ReviewReport.Of(trail, period, now));
        if (differences.Count == 0 && !Same(own, told))
        {
            differences.Add("the numbers differ, though no case does");
        }
        return (told, differences);
    }

    private static bool Same(ReviewReport one, ReviewReport other) =>
        one with { Verdicts = other.Verdicts, Origins = other.Origins, MedianTimeToVerdict = other.MedianTimeToVerdict, P90TimeToVerdict = other.P90TimeToVerdict } == other
        && one.Verdicts.SequenceEqual(other.Verdicts) && one.Origins.SequenceEqual(other.Origins);
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>Reads the versions again that a record of the trail names, and records that before it gives them (R2).</summary>
public sealed class ReviewReader
{
    /// <summary>Versions looked up at once.</summary>
    public const int Most = 200;

    /// <summary>Asked of the EPD at once.</summary>
    private const int Together = 6;

    private readonly IEpd _epd;
    private readonly EpdCapabilities _capabilities;
    private readonly EpdOptions _options;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _clock;

    internal ReviewReader(IEpd epd, EpdCapabilities capabilities, EpdOptions options, AuditTrail trail, TimeProvider clock) =>
        (_epd, _capabilities, _options, _trail, _clock) = (epd, capabilities, options, trail, clock);

    /// <summary>What can be shown again, once that is durable; throws <see cref="AuditUnavailableException"/> when it cannot be recorded.</summary>
    public async Task<SeenAgain> ReadAsync(ReviewGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var listed = grant.Seen.Record.Resources;
        // As patient as a page of five sections.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5 * _options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        List<Found> all = [];
        foreach (var together in listed.Take(Most).Chunk(Together))
        {
            all.AddRange(await Task.WhenAll(together.Select(reference => FindAsync(grant, reference, both.Token))));
        }
        cancellation.ThrowIfCancellationRequested();
        all.AddRange(listed.Skip(Most).Select(reference => new Found(reference, null, MissingReason.TooMany)));
        await RecordAsync(grant, all);
        return new(
            grant.Seen,
            [.. all.Where(f => f.Resource is not null).Select(f => SeenItems.Of(f.Resource!))],
            [.. all.Where(f => f.Resource is null).Select(f => new MissingItem(f.Reference, f.Why))]);
    }

    private async Task<Found> FindAsync(ReviewGrant grant, string reference, CancellationToken cancellation)
    {
        if (reference.Split('/') is not [var type, var id, var version])
        {
            return new(reference, null, MissingReason.NoVersion);
        }
        try
        {
            return await _capabilities.ReadsVersionsAsync(type, cancellation)
                ? new(reference, await _epd.ReadAsync<Resource>(grant, EpdQuery.ReadVersion(type, id, version), cancellation), default)
                : new(reference, null, MissingReason.NotKept);
        }
        catch (EpdException e)
        {
            return new(reference, null, e.Failure == EpdFailure.NotFound ? MissingReason.NotThere : MissingReason.Failed) { Stranger = e.Stranger };
        }
        catch (OperationCanceledException)
        {
            return new(reference, null, MissingReason.Failed);
        }
    }

    private async Task RecordAsync(ReviewGrant grant, IReadOnlyList<Found> all)
    {
        List<string> shown = [.. all.Where(f => f.Resource is not null).Select(f => f.Reference)], strangers = [.. all.Select(f => f.Stranger).OfType<string>()];
        var record = grant.Visit.Acting(AuditEventType.VersionsReviewed, shown.Count > 0 ? AuditOutcome.Success : AuditOutcome.Failed, _clock.GetUtcNow()) with
        {
            Action = AuditAction.Read,
            Patients = grant.Seen.Record.Patients,
            Decision = grant.Decision,
            Category = grant.Seen.Record.Category,
            Resources = shown,
            Detail = shown.Count == all.Count ? null : FormattableString.Invariant($"missing:{all.Count - shown.Count}"),
        };
        await _trail.AppendAsync(record, CancellationToken.None);
        if (strangers.Count > 0)
        {
            await _trail.AppendAsync(
                record with { Event = AuditEventType.ForeignResourceDropped, Outcome = AuditOutcome.Failed, Resources = strangers, Detail = null }, CancellationToken.None);
        }
    }

    private sealed record Found(string Reference, Resource? Resource, MissingReason Why)
    {
        public string? Stranger { get; init; }
    }
}

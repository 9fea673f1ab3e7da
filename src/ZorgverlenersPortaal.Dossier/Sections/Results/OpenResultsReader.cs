using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Reads what is open of the patients on a list, for the handover, and records it before it is told (R2).</summary>
public sealed class OpenResultsReader
{
    private readonly IEpd _epd;
    private readonly EpdOptions _options;
    private readonly SectionOptions _sections;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _clock;

    internal OpenResultsReader(IEpd epd, EpdOptions options, SectionOptions sections, AuditTrail trail, TimeProvider clock) =>
        (_epd, _options, _sections, _trail, _clock) = (epd, options, sections, trail, clock);

    /// <summary>
    /// Never fails for the EPD: then it says that nothing is known (R7). Throws <see cref="AuditUnavailableException"/> when it
    /// cannot be recorded.
    /// </summary>
    public async Task<OpenResultsShown> ReadAsync(ListGrant grant, IReadOnlyList<PatientRow> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(rows);
        if (!grant.Categories.Contains(DossierCategory.Results))
        {
            return new() { Failure = EpdFailure.ClosedToRole };
        }
        if (rows.Count == 0)
        {
            return new();
        }
        var fetch = new OpenResultsFetch(_epd, grant, _sections, _options.Base, _clock.GetUtcNow());
        var shown = await AskAsync(fetch, rows, cancellation);
        await RecordAsync(grant, rows, fetch, shown);
        return shown;
    }

    private async Task<OpenResultsShown> AskAsync(OpenResultsFetch fetch, IReadOnlyList<PatientRow> rows, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await fetch.ReadAsync([.. rows.Select(row => row.PatientId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new() { Failure = EpdFailure.TimedOut };
        }
    }

    private async Task RecordAsync(ListGrant grant, IReadOnlyList<PatientRow> rows, OpenResultsFetch fetch, OpenResultsShown shown)
    {
        await _trail.AppendAsync(
            Record(grant, AuditEventType.OpenResultsShown, shown.Failure is null ? AuditOutcome.Success : AuditOutcome.Failed) with
            {
                Patients = [.. rows.DistinctBy(row => row.PatientId, StringComparer.Ordinal).Select(row => new AuditPatient(row.PatientId, row.Bsn))],
                Resources = fetch.Shown,
                Detail = shown.Failure?.ToString() ?? (shown.MayMiss || shown.RequestsFailure is not null ? "incomplete" : null),
            },
            CancellationToken.None);
        if (fetch.Strangers.Count > 0)
        {
            await _trail.AppendAsync(
                Record(grant, AuditEventType.ForeignResourceDropped, AuditOutcome.Failed) with { Resources = fetch.Strangers }, CancellationToken.None);
        }
    }

    private AuditRecord Record(ListGrant grant, AuditEventType type, AuditOutcome outcome) =>
        grant.Decision.Record(grant.Visit, type, outcome, _clock.GetUtcNow()) with { Category = nameof(DossierCategory.Results) };
}

using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Asks for the letters of everybody on a list who was discharged, and records them before it tells how they stand (R2).</summary>
public sealed class DischargeLetters
{
    /// <summary>Patients per search: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private readonly IEpd _epd;
    private readonly EpdOptions _options;
    private readonly LetterShelfReader _shelves;
    private readonly LetterClock _letterClock;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _clock;

    internal DischargeLetters((IEpd Epd, EpdOptions Options) from, LetterShelfReader shelves, LetterClock letterClock, AuditTrail trail, TimeProvider clock)
    {
        (_epd, _options) = from;
        (_shelves, _letterClock, _trail, _clock) = (shelves, letterClock, trail, clock);
    }

    /// <summary>
    /// Never fails for the EPD: then every discharge says that nothing is known (R7). Throws <see cref="AuditUnavailableException"/>
    /// when it cannot be recorded.
    /// </summary>
    public async Task<DischargeLettersShown> ReadAsync(ListGrant grant, PatientList list, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(list);
        if (!grant.OpensLetters)
        {
            return Judge(list, null, EpdFailure.ClosedToRole);
        }
        if (list.Discharges.Count == 0)
        {
            return Judge(list, null, null);
        }
        EpdAnswer? answer = null;
        EpdFailure? failure = null;
        try
        {
            answer = await AskAsync(grant, list, cancellation);
        }
        catch (EpdException e)
        {
            failure = e.Failure;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            failure = EpdFailure.TimedOut;
        }
        await RecordAsync(grant, list, answer, failure);
        return Judge(list, answer, failure);
    }

    private async Task<EpdAnswer> AskAsync(ListGrant grant, PatientList list, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        // A draft may be older than the discharge, never older than the stay; a day more for servers that count days in UTC.
        var since = list.Discharges.Min(row => (row.Admission.Start ?? row.Admission.End)!.Earliest).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answers = await Task.WhenAll(Patients(list).Chunk(Batch).Select(ids => _epd.SearchAsync(
            grant, EpdQuery.Search("DocumentReference", ("patient", string.Join(',', ids)), ("status", "current,superseded"), ("date", "ge" + since)), both.Token)));
        return answers.Aggregate((all, next) => all.And(next));
    }

    private static IEnumerable<string> Patients(PatientList list) => list.Discharges.Select(row => row.PatientId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private DischargeLettersShown Judge(PatientList list, EpdAnswer? answer, EpdFailure? failure)
    {
        var shelves = answer?.Of<DocumentReference>().ToLookup(document => Subjects.Of(document, _options.Base), StringComparer.Ordinal);
        var stays = list.Discharges.Concat(list.Admitted).ToLookup(row => row.PatientId, row => row.Admission, StringComparer.Ordinal);
        var judged = list.Discharges.GroupBy(row => row.PatientId).SelectMany(rows =>
        {
            var shelf = shelves is null ? null : _shelves.Read(shelves[rows.Key]);
            return rows.Select(row => (row, _letterClock.Judge(row.Admission, row.Admission.NextOf(stays[rows.Key]), shelf, answer?.IsIncomplete ?? true)));
        });
        return new() { Discharges = [.. judged.Where(one => one.Item2 is not null).Select(one => (one.row, one.Item2!)).OrderByDescending(one => one.row.Moment)], Failure = failure };
    }

    private async Task RecordAsync(ListGrant grant, PatientList list, EpdAnswer? answer, EpdFailure? failure)
    {
        var record = grant.Decision.Record(grant.Visit, AuditEventType.DischargeLettersShown, failure is null ? AuditOutcome.Success : AuditOutcome.Failed, _clock.GetUtcNow());
        await _trail.AppendAsync(
            record with
            {
                Patients = [.. list.Discharges.DistinctBy(row => row.PatientId, StringComparer.Ordinal).Select(row => new AuditPatient(row.PatientId, row.Bsn))],
                Category = nameof(DossierCategory.Letters),
                Resources = [.. (answer?.Resources ?? []).Where(document => !document.IsEnteredInError).Select(document => document.VersionedReference)],
                Detail = failure?.ToString() ?? (answer!.IsIncomplete ? "incomplete" : null),
            },
            CancellationToken.None);
        if (answer is { Strangers.Count: > 0 })
        {
            await _trail.AppendAsync(
                grant.Decision.Record(grant.Visit, AuditEventType.ForeignResourceDropped, AuditOutcome.Failed, _clock.GetUtcNow()) with { Resources = answer.Strangers, Category = nameof(DossierCategory.Letters) },
                CancellationToken.None);
        }
    }
}

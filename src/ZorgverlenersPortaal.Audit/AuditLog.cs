using System.Data.Common;
using System.Globalization;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// Reads the trail for a person. That is an act too (NEN 7513): it is durable in the trail before anything is given (R2). The records of
/// reading are found like all others, but reading those makes no more than one record again.
/// </summary>
public sealed class AuditLog(AuditTrail trail, AuditStorage storage)
{
    /// <summary>One page of what passes the search; <paramref name="reading"/> says who asks, and this call what for.</summary>
    public Task<AuditPage> FindAsync(AuditSearch search, AuditRecord reading, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return FindAsync(search with { IsForAPerson = true }, reading, AuditEventType.TrailSearched, cancellation);
    }

    /// <summary>The same, to be taken out of the portal.</summary>
    public Task<AuditPage> ExportAsync(AuditSearch search, AuditRecord reading, CancellationToken cancellation) =>
        FindAsync(search, reading, AuditEventType.TrailExported, cancellation);

    /// <summary>What a report of this shape is made of.</summary>
    public Task<AuditPage> ReportAsync(ReportShape shape, AuditSearch search, AuditRecord reading, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        var asked = search with { IsForAPerson = true };
        return shape == ReportShape.Patient
            ? FindAsync(asked, reading, AuditEventType.PatientOverviewMade, cancellation)
            : FindAsync(asked, reading, AuditEventType.AccessReportMade, cancellation, FormattableString.Invariant($"report:{shape} "));
    }

    /// <summary>All that passes the search, newest first, read as it is asked for; <paramref name="reading"/> says who asks and what for, and is durable first.</summary>
    public async Task<IEnumerable<StoredAuditRecord>> WalkAsync(AuditSearch search, AuditRecord reading)
    {
        ArgumentNullException.ThrowIfNull(search);
        await trail.AppendAsync(reading, CancellationToken.None);
        return Walk();

        IEnumerable<StoredAuditRecord> Walk()
        {
            using var records = AuditReader.Walk(storage, search).GetEnumerator();
            while (Read(records.MoveNext))
            {
                yield return records.Current;
            }
        }
    }

    /// <summary>One record; null when there is none at that place, which is recorded too.</summary>
    public async Task<StoredAuditRecord?> OpenAsync(string node, long sequence, AuditRecord reading, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var found = await ReadAsync(() => AuditReader.Find(storage, node, sequence), cancellation);
        await trail.AppendAsync(
            reading with
            {
                Event = AuditEventType.TrailRecordShown,
                Action = AuditAction.Read,
                Outcome = found is null ? AuditOutcome.Refused : AuditOutcome.Success,
                Patients = found?.Record.Patients ?? [],
                Detail = string.Create(CultureInfo.InvariantCulture, $"{node}/{sequence}"),
            },
            cancellation);
        return found;
    }

    private async Task<AuditPage> FindAsync(AuditSearch search, AuditRecord reading, AuditEventType type, CancellationToken cancellation, string what = "")
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(reading);
        var page = await ReadAsync(() => AuditReader.Find(storage, search), cancellation);
        await trail.AppendAsync(
            reading with
            {
                Event = type,
                Action = AuditAction.Read,
                Outcome = AuditOutcome.Success,
                Patients = search.Bsn is null ? [] : [new AuditPatient("", search.Bsn)],
                Detail = what + Said(search, page),
            },
            cancellation);
        return page;
    }

    /// <summary>Beside the request's thread: a long search is work for a disk.</summary>
    internal static Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellation) => Task.Run(() => Read(read), cancellation);

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or FormatException)
        {
            throw new AuditUnavailableException("The trail cannot be read: " + fault.Message, fault);
        }
    }

    private static string Said(AuditSearch search, AuditPage page)
    {
        (string Name, object? Value)[] asked =
        [
            ("from", search.From?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            ("until", search.Until?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            ("uzi", search.UziNumber),
            ("agb", search.Agb),
            ("ura", search.Ura),
            ("rules", search.Rules.Count == 0 ? null : string.Join(',', search.Rules)),
            ("outcome", search.Outcome),
            ("before", search.Before is { } before ? string.Create(CultureInfo.InvariantCulture, $"{before.Node}/{before.Sequence}") : null),
            ("found", page.Records.Count),
            ("name", search.Name),
        ];
        return string.Join(' ', asked.Where(part => part.Value is not null).Select(part => $"{part.Name}:{part.Value}"));
    }
}

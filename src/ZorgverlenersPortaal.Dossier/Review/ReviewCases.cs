using System.Security.Cryptography;
using System.Text;
using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>
/// Opens cases and lists them. Rules and the random sample open theirs here too, without a visit: the portal itself is then who acts.
/// </summary>
public sealed class ReviewCases
{
    private const int Most = 500;
    private const string Unjudged = "state NOT IN ('Closed', 'Breach')";
    private const string With = "id IN (SELECT case_id FROM review_evidence WHERE node = @node AND sequence = @sequence)";

    private readonly CaseRecording _recording;
    private readonly AuditEvidence _evidence;
    private readonly ReviewOptions _options;

    internal ReviewCases(CaseRecording recording, AuditEvidence evidence, ReviewOptions options) => (_recording, _evidence, _options) = (recording, evidence, options);

    /// <summary>
    /// The case of a look that begins with this record: a new one, or the open one that has it among its evidence, or the earlier one of the
    /// same origin. Null when there is no such record, or nobody with a card did it. Throws <see cref="AuditUnavailableException"/>.
    /// </summary>
    public async Task<ReviewCase?> OpenAsync(CaseOpening opening, StaffVisit? by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opening);
        RequireOfficer(by);
        if (!opening.IsSound)
        {
            throw new ArgumentException("A case needs reasons of 1 to 500 characters without control characters.", nameof(opening));
        }
        if (await _evidence.FindAsync(opening.Node, opening.Sequence, cancellation) is not { } first || !CaseOpening.IsLook(first.Record))
        {
            return null;
        }
        if (await OpenWithAsync(opening, cancellation) is { } known)
        {
            return known;
        }
        var look = await LookAsync(first, cancellation);
        return await InsertAsync(Make(opening.Origin, opening.Subject, opening.Reasons, first), look, by);
    }

    /// <summary>The cases that an officer asks for, with how many there are of each.</summary>
    public async Task<CaseWork> QueueAsync(StaffVisit visit, CaseScope scope, CaseOrigin? origin, CancellationToken cancellation)
    {
        RequireOfficer(visit ?? throw new ArgumentNullException(nameof(visit)));
        await using var connection = await _recording.OpenAsync(cancellation);
        var values = new { origin = origin?.ToString(), now = StoredValue.Of(_recording.Now) };
        const string OfOrigin = "(@origin IS NULL OR origin = @origin)";
        var counts = (await connection.QueryAsync<(string State, long Count, long Overdue)>(new CommandDefinition(
            $"SELECT state, COUNT(*), SUM(CASE WHEN due < @now THEN 1 ELSE 0 END) FROM review_case WHERE {OfOrigin} GROUP BY state", values, cancellationToken: cancellation))).ToList();
        return new(
            await CaseTable.ListAsync(connection, $"{OfOrigin} AND {Where(scope)}", values, Most, cancellation),
            Enum.GetValues<CaseScope>().ToDictionary(one => one, one => (int)counts.Sum(row => Count(one, row))));
    }

    /// <summary>The cases that have this record among their evidence, without what is in them.</summary>
    public async Task<IReadOnlyList<ReviewCase>> WithRecordAsync(StaffVisit visit, string node, long sequence, CancellationToken cancellation)
    {
        RequireOfficer(visit ?? throw new ArgumentNullException(nameof(visit)));
        await using var connection = await _recording.OpenAsync(cancellation);
        return await CaseTable.ListAsync(connection, With, new { node, sequence }, Most, cancellation);
    }

    /// <summary>The newest case of each of these records that has one.</summary>
    public async Task<IReadOnlyDictionary<AuditPlace, ReviewCase>> WithRecordsAsync(StaffVisit visit, IEnumerable<AuditPlace> places, CancellationToken cancellation)
    {
        RequireOfficer(visit ?? throw new ArgumentNullException(nameof(visit)));
        await using var connection = await _recording.OpenAsync(cancellation);
        Dictionary<AuditPlace, ReviewCase> found = [];
        foreach (var place in places.Distinct())
        {
            if ((await CaseTable.ListAsync(connection, With, new { node = place.Node, sequence = place.Sequence }, Most, cancellation)).MaxBy(one => one.Opened) is { } one)
            {
                found[place] = one;
            }
        }
        return found;
    }

    /// <summary>Writes a new case with its evidence; the one that was there already when the same look has one.</summary>
    internal Task<ReviewCase?> InsertAsync(ReviewCase one, IReadOnlyList<FrozenRecord> evidence, StaffVisit? by) => _recording.RunAsync<ReviewCase?>(async transaction =>
    {
        if (!await CaseTable.InsertAsync(transaction, one))
        {
            return (await CaseTable.FindAsync(transaction.Connection!, transaction, one.Id), null);
        }
        await CaseTable.AddEvidenceAsync(transaction, one.Id, evidence);
        return (one, CaseRecording.Opened(one, evidence, by));
    });

    /// <summary>A new case about the look of this record.</summary>
    internal ReviewCase Make(CaseOrigin origin, string subject, IReadOnlyList<string> reasons, StoredAuditRecord first) => new()
    {
        Id = IdOf(subject),
        Subject = subject,
        Origin = origin,
        Reasons = reasons,
        Opened = _recording.Now,
        LookTime = first.Record.Time,
        LookEvent = first.Record.Event,
        DoctorUzi = first.Record.Actor!.UziNumber!,
        DoctorName = first.Record.Actor.Name,
        State = CaseState.New,
        Due = _options.Due(CaseState.New, _recording.Now),
    };

    /// <summary>Made of the subject: whoever opens the same look twice, after whatever crash, opens the same case.</summary>
    internal static string IdOf(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..12];

    /// <summary>What one person did about one patient in one session; a record about many patients, or none, stands alone.</summary>
    private async Task<IReadOnlyList<FrozenRecord>> LookAsync(StoredAuditRecord first, CancellationToken cancellation)
    {
        if (first.Record is not { Patients: [{ EpdId.Length: > 0 } patient], Actor.SessionId: { } session })
        {
            return [FrozenRecord.Of(first)];
        }
        var look = await _evidence.LookAsync(patient.EpdId, session, DateTimeOffset.MinValue, _recording.Now, cancellation);
        return [.. look.Select(FrozenRecord.Of).Append(FrozenRecord.Of(first)).Distinct()];
    }

    private async Task<ReviewCase?> OpenWithAsync(CaseOpening opening, CancellationToken cancellation)
    {
        await using var connection = await _recording.OpenAsync(cancellation);
        var open = await CaseTable.ListAsync(connection, $"{With} AND {Unjudged}", new { node = opening.Node, sequence = opening.Sequence }, 1, cancellation);
        return open is [var one] ? one : null;
    }

    private static string Where(CaseScope scope) => scope switch
    {
        CaseScope.Open => Unjudged,
        CaseScope.Overdue => "due < @now",
        CaseScope.New or CaseScope.Asked or CaseScope.Explained or CaseScope.BreachProposed or CaseScope.Closed or CaseScope.Breach => $"state = '{scope}'",
    };

    private static long Count(CaseScope scope, (string State, long Count, long Overdue) row) => scope switch
    {
        CaseScope.Open => row.State is nameof(CaseState.Closed) or nameof(CaseState.Breach) ? 0 : row.Count,
        CaseScope.Overdue => row.Overdue,
        CaseScope.New or CaseScope.Asked or CaseScope.Explained or CaseScope.BreachProposed or CaseScope.Closed or CaseScope.Breach => row.State == scope.ToString() ? row.Count : 0,
    };

    internal static void RequireOfficer(StaffVisit? visit)
    {
        if (visit is not (null or { Member.Function: AccountFunction.SecurityOfficer }))
        {
            throw new ArgumentException("Only a security officer reads or opens cases.", nameof(visit));
        }
    }
}

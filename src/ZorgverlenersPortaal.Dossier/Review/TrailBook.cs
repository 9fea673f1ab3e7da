using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The cases and emergencies as the trail alone tells them. The register is not asked.</summary>
internal static class TrailBook
{
    private const string Emergency = "emergency ";

    private static readonly IReadOnlyCollection<AuditEventType> _events =
    [
        AuditEventType.EmergencyOpened, AuditEventType.CaseOpened, AuditEventType.CaseEvidenceAdded, AuditEventType.CaseAsked, AuditEventType.CaseExplained,
        AuditEventType.CaseClosed, AuditEventType.CaseBreachProposed, AuditEventType.CaseBreachDecided, AuditEventType.CaseReopened,
    ];

    public static async Task<ReviewBook> ReadAsync(AuditEvidence trail, DateTimeOffset from, CancellationToken cancellation)
    {
        var records = (await trail.OfKindAsync(_events, from, null, cancellation)).Select(stored => stored.Record).ToList();
        return new(
            records.Where(record => record.Event == AuditEventType.EmergencyOpened && record.Detail?.StartsWith(Emergency, StringComparison.Ordinal) == true)
                .GroupBy(record => record.Detail![Emergency.Length..], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First().Time, StringComparer.Ordinal),
            records.Where(record => record.Detail?.StartsWith(CaseRecording.Subject, StringComparison.Ordinal) == true)
                .GroupBy(record => record.Detail![CaseRecording.Subject.Length..], StringComparer.Ordinal)
                .Select(group => Story(group.Key, [.. group])).OfType<CaseStory>()
                .ToDictionary(story => story.Case.Id, StringComparer.Ordinal));
    }

    /// <summary>Null for a case that was opened before the records that were read.</summary>
    private static CaseStory? Story(string id, IReadOnlyList<AuditRecord> records)
    {
        if (records.LastOrDefault(record => record.Event == AuditEventType.CaseOpened) is not { } opened)
        {
            return null;
        }
        // Of two records with one number the first was never committed: the number is given inside the transaction.
        List<CaseMove> moves =
        [
            .. records.Where(record => record.Event is not (AuditEventType.CaseOpened or AuditEventType.CaseEvidenceAdded))
                .Select(Move).GroupBy(move => move.Number).Select(same => same.Last()).OrderBy(move => move.Number),
        ];
        var evidence = records.Where(record => record == opened || record.Event == AuditEventType.CaseEvidenceAdded)
            .SelectMany(record => record.Changes).Where(change => change.Field == CaseFields.Evidence).Select(change => Frozen(change.After)).OfType<FrozenRecord>();
        return new(moves.Aggregate(Case(id, opened), CaseDesk.After), moves, evidence.ToHashSet());
    }

    private static ReviewCase Case(string id, AuditRecord opened) => new()
    {
        Id = id,
        Subject = Value(opened, CaseFields.Subject) ?? "",
        Origin = StoredValue.Read<CaseOrigin>(Value(opened, CaseFields.Origin)) ?? CaseOrigin.Officer,
        Reasons = [],
        Opened = opened.Time,
        LookTime = default,
        LookEvent = default,
        DoctorUzi = Value(opened, CaseFields.Doctor) ?? "",
        EmergencyId = Value(opened, CaseFields.Emergency),
        Due = StoredValue.Time(Value(opened, CaseFields.Due)),
    };

    private static CaseMove Move(AuditRecord record)
    {
        var state = record.Changes.FirstOrDefault(change => change.Field == CaseFields.State);
        return new()
        {
            Number = Number(record, CaseFields.Number) ?? 0,
            Time = record.Time,
            Step = StoredValue.Read<CaseStep>(Value(record, CaseFields.Step)) ?? CaseStep.Reopen,
            Before = StoredValue.Read<CaseState>(state?.Before) ?? CaseState.New,
            After = StoredValue.Read<CaseState>(state?.After) ?? CaseState.New,
            Due = StoredValue.Time(Value(record, CaseFields.Due)),
            ByUzi = record.Actor?.UziNumber ?? Value(record, CaseFields.Doctor),
            Words = Value(record, CaseFields.Words),
            Verdict = StoredValue.Read<CaseVerdict>(Value(record, CaseFields.Verdict)),
            Minutes = Number(record, CaseFields.Minutes),
        };
    }

    private static string? Value(AuditRecord record, string field) => record.Changes.FirstOrDefault(change => change.Field == field)?.After;

    private static int? Number(AuditRecord record, string field) =>
        int.TryParse(Value(record, field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FrozenRecord? Frozen(string? text) =>
        text?.Split(' ') is [var place, var hash] && place.Split('/') is [var node, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(node, sequence, hash)
            : null;
}

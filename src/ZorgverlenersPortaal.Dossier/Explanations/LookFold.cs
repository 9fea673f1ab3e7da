using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One look while its records come in, in any order.</summary>
internal sealed class LookFold(StoredAuditRecord one)
{
    private readonly List<string> _reasons = [];
    private readonly HashSet<Explanation> _relations = [];
    private AuditPlace _first = one.Place;
    private DateTimeOffset _last = one.Record.Time;
    private (int Opened, int Sections, int Letters, int Printed) _acts;
    private (string? Bsn, DateOnly? Ended, string? Idle, string? Restriction) _found;
    private bool _isEmergency;

    public void Add(StoredAuditRecord stored, LookAct act, DateOnly day)
    {
        var record = stored.Record;
        _first = AuditPlace.IsBefore(stored.Place, _first) ? stored.Place : _first;
        _last = record.Time > _last ? record.Time : _last;
        _acts = act switch
        {
            LookAct.Opened => _acts with { Opened = _acts.Opened + 1 },
            LookAct.Section => _acts with { Sections = _acts.Sections + 1 },
            LookAct.Letter => _acts with { Letters = _acts.Letters + 1 },
            LookAct.Printed => _acts with { Printed = _acts.Printed + 1 },
            _ => _acts,
        };
        _isEmergency |= LookRecord.IsEmergency(record);
        _found = (_found.Bsn ?? record.Patients[0].Bsn, _found.Ended ?? LookRecord.RelationEnded(record), _found.Idle ?? LookRecord.IdleDelegation(record), _found.Restriction ?? LookRecord.Restriction(record));
        if (LookRecord.Reason(record) is { } reason)
        {
            _reasons.Add(reason);
        }
        if (LookRecord.RelationOf(record, day) is { } relation)
        {
            _relations.Add(relation);
        }
    }

    public Look Done(DateOnly day) => new()
    {
        UziNumber = one.Record.Actor!.UziNumber!,
        Name = one.Record.Actor.Name ?? "onbekend",
        RoleCode = one.Record.Actor.RoleCode,
        PatientId = one.Record.Patients[0].EpdId,
        Bsn = _found.Bsn,
        Day = day,
        First = _first,
        Last = _last,
        Opened = _acts.Opened,
        Sections = _acts.Sections,
        Letters = _acts.Letters,
        Printed = _acts.Printed,
        IsEmergency = _isEmergency,
        Reasons = [.. _reasons.Order(StringComparer.Ordinal)],
        Relations = [.. _relations.OrderBy(relation => relation.Kind).ThenBy(relation => relation.Reference, StringComparer.Ordinal)],
        RelationEnded = _found.Ended,
        IdleDelegation = _found.Idle,
        Restriction = _found.Restriction,
    };
}

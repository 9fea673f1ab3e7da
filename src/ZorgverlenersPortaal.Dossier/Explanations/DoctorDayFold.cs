using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One day of one doctor while its records come in, in any order.</summary>
internal sealed class DoctorDayFold(DateOnly day, AuditActor actor)
{
    private readonly Dictionary<string, LookFold> _looks = new(StringComparer.Ordinal);
    private readonly List<Search> _searches = [];
    private int _lists;

    public void Add(StoredAuditRecord stored, LookAct act)
    {
        switch (act)
        {
            case LookAct.Search:
                _searches.Add(new(stored.Place, stored.Record is { Outcome: AuditOutcome.Success, Patients: [{ EpdId.Length: > 0 } found] } ? found.EpdId : null));
                break;
            case LookAct.List:
                _lists++;
                break;
            default:
                var id = stored.Record.Patients[0].EpdId;
                if (!_looks.TryGetValue(id, out var look))
                {
                    _looks.Add(id, look = new(stored));
                }
                look.Add(stored, act, day);
                break;
        }
    }

    public DoctorDay Done() => new(
        actor.UziNumber!, actor.Name ?? "onbekend", actor.RoleCode, day,
        [.. _looks.Values.Select(look => look.Done(day)).OrderBy(look => look.First.Time).ThenBy(look => look.First.Sequence)],
        [.. _searches.OrderBy(search => search.Place.Time)],
        _lists);
}

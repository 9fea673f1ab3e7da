using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Hospital;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Live;

/// <summary>
/// Lets the hospital go on: by turns an admission, a transfer and a discharge. The order is fixed, so that the same
/// hospital goes
/// the same way each time. Every other admission is a patient of the first development GP.
/// </summary>
internal sealed class LiveHospital
{
    private const string FirstGp = "01056789";
    private readonly Lock _gate = new();
    private readonly ResourceStore _store;
    private readonly HospitalRoster _roster;
    private readonly Queue<SyntheticPatient> _waitingOfFirst;
    private readonly Queue<SyntheticPatient> _waiting;
    private readonly LinkedList<(SyntheticPatient Patient, string Encounter)> _lying = [];
    private int _steps;

    public LiveHospital(ResourceStore store, HospitalRoster roster)
    {
        (_store, _roster) = (store, roster);
        var free = roster
            .Patients.Where(patient => patient is { Stay: StayKind.Outpatient, Rank: > 1 })
            .OrderBy(patient => patient.Number)
            .ToLookup(patient => patient.Gps.Any(gp => string.Equals(gp.Agb, FirstGp, StringComparison.Ordinal)));
        (_waitingOfFirst, _waiting) = (new(free[true]), new(free[false]));
        // The ranks up to 17 carry fixed cases that tests rely on; those stay where they are.
        foreach (
            var patient in roster
                .Patients.Where(patient => patient is { Stay: StayKind.Admitted, Rank: > 17 })
                .OrderBy(patient => patient.Number))
        {
            _lying.AddLast((patient, patient.EncounterId));
        }
    }

    /// <summary>
    /// The next event, done and stored; null when there is nobody left for it (or no made-up hospital at all).
    /// </summary>
    public LiveEvent? Step()
    {
        lock (_gate)
        {
            var step = _steps++;
            return (step % 3) switch
            {
                0 => Admit(step),
                1 => Transfer(),
                _ => Discharge(),
            };
        }
    }

    private LiveEvent? Admit(int step)
    {
        var queue = step % 6 == 0 && _waitingOfFirst.Count > 0 ? _waitingOfFirst : _waiting;
        if (!queue.TryDequeue(out var waiting))
        {
            return null;
        }

        var patient = waiting with { Stay = StayKind.Admitted, Rank = 1000 + step, Start = Now, End = null };
        var stay = EncounterMaker.Stay(_roster.Register, patient);
        stay["id"] = patient.EncounterId + "-live";
        stay["status"] = "in-progress";
        return Store("admitted", patient, stay, _lying.AddLast);
    }

    private LiveEvent? Transfer()
    {
        if (Take(_lying.Last) is not var (patient, stay))
        {
            return null;
        }

        var next = _roster.Wards[
            (
                _roster
                    .Wards.ToList()
                    .FindIndex(ward => string.Equals(ward.Code, patient.Ward.Code, StringComparison.Ordinal)) + 1
            ) % _roster.Wards.Count
        ];
        var moved = patient with { Ward = next };
        CloseLocations(stay);
        var locations = stay["location"]!.AsArray();
        locations.Add(EncounterMaker.Place(next.Id, next.Display, Now, null));
        locations.Add(
            EncounterMaker.Place(next.RoomId(moved.Room), $"{next.Display}, {Ward.RoomName(moved.Room)}", Now, null));
        return Store("transferred", moved, stay, _lying.AddLast);
    }

    private LiveEvent? Discharge()
    {
        if (Take(_lying.First) is not var (patient, stay))
        {
            return null;
        }

        CloseLocations(stay);
        stay["status"] = "finished";
        stay["period"]!["end"] = HospitalCalendar.Stamp(Now);
        stay["hospitalization"]!["dischargeDisposition"] = Part.Concept(CodeSystems.Snomed, "264362003", "Thuis");
        LetterMaker.Add(_roster.Register, patient with { End = Now }, LetterKind.Preliminary, Now);
        return Store("discharged", patient, stay, null);
    }

    private DateTimeOffset Now => _roster.Register.Calendar.Now;

    private (SyntheticPatient, JsonObject)? Take(LinkedListNode<(SyntheticPatient Patient, string Encounter)>? node)
    {
        if (node is null || _store.Find("Encounter", node.Value.Encounter) is not { } stored)
        {
            return null;
        }

        _lying.Remove(node);
        return (node.Value.Patient, JsonNode.Parse(stored.Json.Span)!.AsObject());
    }

    private LiveEvent Store(
        string kind,
        SyntheticPatient patient,
        JsonObject stay,
        Func<(SyntheticPatient, string), object>? keep)
    {
        var id = stay["id"]!.GetValue<string>();
        _roster.Register.Add(stay);
        keep?.Invoke((patient, id));
        return new LiveEvent(kind, patient.Id, id, patient.Ward.Display, Now);
    }

    private void CloseLocations(JsonObject stay)
    {
        foreach (
            var location in stay["location"]!
                .AsArray()
                .OfType<JsonObject>()
                .Where(location => location["status"]?.GetValue<string>() is "active"))
        {
            location["status"] = "completed";
            location["period"]!["end"] = HospitalCalendar.Stamp(Now);
        }
    }
}

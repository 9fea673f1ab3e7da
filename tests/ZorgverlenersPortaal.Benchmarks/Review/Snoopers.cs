using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>
/// Unlawful looks by story, written before the rules' file is read and without its weights. By construction: of a snooper who has no
/// other mark, the victim had no contact near that day (a look at somebody who was in hospital anyway is told from a lawful one by
/// nothing in the data; <see cref="Story.Lucky"/> counts those apart).
/// </summary>
internal sealed class Snoopers
{
    private readonly Town _town;
    private readonly LawfulYear _lawful;
    private readonly SortedDictionary<DateOnly, List<Func<IEnumerable<AuditRecord>>>> _plans = [];
    private readonly List<Planted> _planted = [];

    public Snoopers(Town town, LawfulYear lawful, int ofEach)
    {
        (_town, _lawful) = (town, lawful);
        foreach (var story in Enum.GetValues<Story>())
        {
            for (var i = 0; i < ofEach; i++)
            {
                Plan(story);
            }
        }
    }

    public IReadOnlyList<Planted> Planted => _planted;

    public IEnumerable<AuditRecord> Day(DateOnly day) => _plans.TryGetValue(day, out var plans) ? plans.SelectMany(plan => plan()) : [];

    private void Plan(Story story)
    {
        var (doctor, day) = (_town.AnyDoctor(), _town.AnyDay(margin: Math.Min(100, _town.Days / 3)));
        switch (story)
        {
            case Story.Relative:
                InHospital(story, doctor, Victim(doctor, patient => patient.Surname = doctor.Surname), day);
                break;
            case Story.Housemate:
                InHospital(story, doctor, Victim(doctor, patient => patient.Home = doctor.Home), day);
                break;
            case Story.Colleague:
                InHospital(story, doctor, Victim(doctor, patient => patient.IsStaff = true), day);
                break;
            case Story.Celebrity:
                InHospital(story, doctor, Victim(doctor, patient => patient.IsPublicFigure = true), day);
                break;
            case Story.Lucky:
                InHospital(story, doctor, Victim(doctor, _ => { }), day);
                break;
            case Story.Dead:
                var dead = Victim(doctor, patient => (patient.Doctor, patient.Died) = (doctor, day.AddDays(-_town.Dice.Next(75, 95))));
                Add(new(story, doctor.Uzi, dead.Id, day), () => TownRecords.Own(doctor, dead, Noon(day)));
                break;
            case Story.FormerPatient:
                var former = Victim(doctor, patient => patient.Former = (doctor, day.AddDays(-_town.Dice.Next(16, 29))));
                Add(new(story, doctor.Uzi, former.Id, day), () => TownRecords.Former(former, Noon(day)));
                break;
            case Story.Neighbour:
                Emergency(story, doctor, day, Daytime());
                break;
            case Story.AtNight:
                Emergency(story, doctor, day, 1 + (4 * _town.Dice.NextDouble()));
                break;
            case Story.LocumAfterwards:
                Emergency(story, doctor, day, Daytime(), facts: new AuditFact("delegation.idle", "OutsideShift", "delegation/" + _town.AnyDoctor().Uzi, Noon(day)));
                break;
            default:
                PlanSeries(story, doctor, day);
                break;
        }
    }

    private void PlanSeries(Story story, TownDoctor doctor, DateOnly day)
    {
        switch (story)
        {
            case Story.SameWords:
                var words = "zelfde " + doctor.Uzi + day.DayNumber;
                Repeat(3, i => Emergency(story, doctor, day.AddDays(-4 * i), Daytime(), words: words));
                break;
            case Story.Stalker:
                var ex = Victim(doctor, patient => patient.Contacts.Clear());
                Repeat(4, i => Emergency(story, doctor, day.AddDays(-7 * i), Daytime(), ex));
                break;
            case Story.Spree:
                Repeat(5, i => Emergency(story, doctor, day, 20 + (i * 0.3)));
                break;
            case Story.Harvest:
                Add(new(story, doctor.Uzi, null, day), () => Harvest(doctor, day));
                break;
            case Story.NameTrying:
                Add(new(story, doctor.Uzi, null, day), () => Enumerable.Range(0, 6).Select(i => TownRecords.Searched(doctor, Noon(day).AddMinutes(3 * i), null)));
                break;
        }
    }

    /// <summary>An emergency on somebody who really is in hospital around that day.</summary>
    private void InHospital(Story story, TownDoctor doctor, TownPatient victim, DateOnly day)
    {
        _town.AddContact(victim, day.AddDays(-_town.Dice.Next(4)));
        Emergency(story, doctor, day, Daytime(), victim);
    }

    private void Emergency(Story story, TownDoctor doctor, DateOnly day, double hour, TownPatient? victim = null, string? words = null, params AuditFact[] facts)
    {
        var patient = victim ?? Victim(doctor, one => one.Contacts.RemoveAll(contact => contact.IsNear(day, 10)));
        var said = words ?? "w" + _town.Dice.NextInt64();
        Add(new(story, doctor.Uzi, patient.Id, day), () => TownRecords.Emergency(doctor, patient, TownRecords.At(day, hour), said, facts));
    }

    /// <summary>Her own patients, but none whom the hospital saw lately; what she did not look at today anyway.</summary>
    private IEnumerable<AuditRecord> Harvest(TownDoctor doctor, DateOnly day) => _town.Patients
        .Where(patient => patient.Doctor.Practice == doctor.Practice && !(patient.Died < day) && !patient.Contacts.Exists(contact => contact.IsNear(day, 10)) && !_lawful.Has(doctor.Uzi, patient.Id, day))
        .Take(40).SelectMany((patient, i) => TownRecords.Own(doctor, patient, TownRecords.At(day, 18.5).AddMinutes(i)));

    /// <summary>Somebody of another practice whom no other story is about.</summary>
    private TownPatient Victim(TownDoctor doctor, Action<TownPatient> make)
    {
        var victim = _town.AnyPatient();
        while (victim.IsVictim || victim.Died is not null || victim.Former is not null || victim.Doctor.Practice == doctor.Practice)
        {
            victim = _town.AnyPatient();
        }
        victim.IsVictim = true;
        make(victim);
        return victim;
    }

    private void Add(Planted planted, Func<IEnumerable<AuditRecord>> plan)
    {
        _planted.Add(planted);
        if (!_plans.TryGetValue(planted.Day, out var plans))
        {
            _plans.Add(planted.Day, plans = []);
        }
        plans.Add(plan);
    }

    private double Daytime() => 9 + (8 * _town.Dice.NextDouble());

    private static DateTimeOffset Noon(DateOnly day) => TownRecords.At(day, 12);

    private static void Repeat(int times, Action<int> plan)
    {
        for (var i = 0; i < times; i++)
        {
            plan(i);
        }
    }
}

using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>
/// Lawful use, day by day: mostly own patients, many after a visit; some emergencies, of which not all lead to a visit; and the lawful
/// oddities that rules stumble over: the same name by chance, a record of the dead, a patient who just moved, the same words again.
/// </summary>
internal sealed class LawfulYear(Town town, int looksADay)
{
    private readonly HashSet<(string Uzi, string Patient, DateOnly Day)> _seen = [];

    /// <summary>Lawful looks so far.</summary>
    public int Looks => _seen.Count;

    /// <summary>Has this doctor looked at this patient on this day?</summary>
    public bool Has(string uzi, string patient, DateOnly day) => _seen.Contains((uzi, patient, day));

    public IEnumerable<AuditRecord> Day(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var looks = (int)(looksADay * (isWeekend ? 0.5 : 1.2));
        foreach (var record in TownRecords.Noise(town.AnyDoctor(), TownRecords.At(day, 8)).Concat(RoundOfTheWard(day)))
        {
            yield return record;
        }
        for (var i = 0; i < looks; i++)
        {
            var records = town.Dice.NextDouble() switch
            {
                < 0.025 => Emergency(day),
                < 0.027 => Former(day),
                < 0.029 => Dead(day),
                < 0.50 => AfterVisit(day),
                _ => Own(town.AnyPatient(), day),
            };
            foreach (var record in records)
            {
                yield return record;
            }
        }
    }

    private IEnumerable<AuditRecord> Own(TownPatient patient, DateOnly day)
    {
        var doctor = town.Dice.NextDouble() switch
        {
            < 0.75 => patient.Doctor,
            < 0.92 => town.Doctors.Where(one => one.Practice == patient.Doctor.Practice).ElementAt(town.Dice.Next(town.Doctors.Count(one => one.Practice == patient.Doctor.Practice))),
            _ => town.AnyDoctor(),
        };
        var isLate = town.Chance(0.06);
        return patient.Died < day || !_seen.Add((doctor.Uzi, patient.Id, day)) ? [] : TownRecords.Own(doctor, patient, TownRecords.At(day, isLate ? 18 + (5 * town.Dice.NextDouble()) : 8 + (10 * town.Dice.NextDouble())));
    }

    private IEnumerable<AuditRecord> AfterVisit(DateOnly day) =>
        town.Calendar.TryGetValue(day.AddDays(-town.Dice.Next(0, 6)), out var there) ? Own(there[town.Dice.Next(there.Count)], day) : Own(town.AnyPatient(), day);

    /// <summary>A duty doctor. Three of four patients are sent in the same day or the next; the others stay at home, or the hospital writes it down late.</summary>
    private IEnumerable<AuditRecord> Emergency(DateOnly day)
    {
        var (doctor, patient) = (town.AnyDoctor(), town.AnyPatient());
        if (patient.IsVictim || patient.Died < day || patient.Doctor.Practice == doctor.Practice || !_seen.Add((doctor.Uzi, patient.Id, day)))
        {
            return [];
        }
        if (town.Chance(0.75))
        {
            town.AddContact(patient, day.AddDays(town.Dice.Next(2)));
        }
        var time = TownRecords.At(day, town.Chance(0.6) ? (17 + (13 * town.Dice.NextDouble())) % 24 : 8 + (9 * town.Dice.NextDouble()));
        // A mistyped number now and then; some doctors have words of their own for each night.
        var mistyped = town.Chance(0.2) ? town.Dice.Next(1, 4) : 0;
        var words = town.Chance(0.05) ? "dienst huisartsenpost " + doctor.Uzi : "w" + town.Dice.NextInt64();
        return [.. Enumerable.Range(1, mistyped).Select(i => TownRecords.Searched(doctor, time.AddMinutes(-i), null)), .. TownRecords.Emergency(doctor, patient, time, words)];
    }

    private IEnumerable<AuditRecord> Former(DateOnly day)
    {
        var days = town.Dice.Next(1, 20);
        var patient = town.Patients.FirstOrDefault(one => one.Former is { } former && !one.IsVictim && former.Ended == day.AddDays(-days) && former.Doctor.Practice != one.Doctor.Practice);
        return patient is null || !_seen.Add((patient.Former!.Value.Doctor.Uzi, patient.Id, day)) ? [] : TownRecords.Former(patient, TownRecords.At(day, 12));
    }

    private IEnumerable<AuditRecord> Dead(DateOnly day)
    {
        var patient = town.Patients.FirstOrDefault(one => !one.IsVictim && one.Died is { } died && died < day && died > day.AddDays(-70) && !_seen.Contains((one.Doctor.Uzi, one.Id, day)));
        return patient is null || !_seen.Add((patient.Doctor.Uzi, patient.Id, day)) ? [] : TownRecords.Own(patient.Doctor, patient, TownRecords.At(day, 13));
    }

    /// <summary>Once in a while a doctor goes through all her patients who are or were in hospital this week, quickly.</summary>
    private IEnumerable<AuditRecord> RoundOfTheWard(DateOnly day)
    {
        var doctor = town.AnyDoctor();
        var there = Enumerable.Range(0, 6).SelectMany(back => town.Calendar.GetValueOrDefault(day.AddDays(-back)) ?? []).Where(patient => patient.Doctor.Practice == doctor.Practice && !(patient.Died < day)).Distinct().Take(40);
        var minute = 0;
        return [.. there.Where(patient => _seen.Add((doctor.Uzi, patient.Id, day))).SelectMany(patient => TownRecords.Own(doctor, patient, TownRecords.At(day, 8.5).AddMinutes(minute++)))];
    }
}

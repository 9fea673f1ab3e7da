using System.Globalization;
using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>A made-up town: doctors in practices, patients with their doctor, address and visits to the hospital. Knows nothing of how looks are reviewed.</summary>
internal sealed class Town
{
    private static readonly string[] _surnames =
    [
        "de Jong", "Jansen", "de Vries", "van den Berg", "Bakker", "van Dijk", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen",
        "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "Kok", "Jacobs", "van der Linden", "Vermeulen", "de Haan", "van den Heuvel", "Schouten", "Willems",
    ];

    private readonly Dictionary<string, TownPatient> _byId = new(StringComparer.Ordinal);

    public Town(int seed, (int Doctors, int Patients) size, (DateOnly First, int Days) year)
    {
        Dice = new(seed);
        (First, Days) = year;
        Doctors = [.. Enumerable.Range(0, size.Doctors).Select(MakeDoctor)];
        Patients = [.. Enumerable.Range(0, size.Patients).Select(MakePatient)];
        foreach (var patient in Patients)
        {
            _byId.Add(patient.Id, patient);
        }
    }

    public TownDice Dice { get; }

    public DateOnly First { get; }

    public int Days { get; }

    public IReadOnlyList<TownDoctor> Doctors { get; }

    public IReadOnlyList<TownPatient> Patients { get; }

    /// <summary>Visits and other contacts of each day.</summary>
    public Dictionary<DateOnly, List<TownPatient>> Calendar { get; } = [];

    public Homes Homes => Homes.Read("{" + string.Join(',', Doctors.Select(doctor => $"\"{doctor.Uzi}\":\"{doctor.Home}\"")) + "}").Homes!;

    public TownPatient AnyPatient() => Patients[Dice.Next(Patients.Count)];

    public TownDoctor AnyDoctor() => Doctors[Dice.Next(Doctors.Count)];

    public bool Chance(double share) => Dice.NextDouble() < share;

    public DateOnly AnyDay(int margin = 12) => First.AddDays(Dice.Next(margin, Days - margin));

    /// <summary>A visit, and often a letter some days later.</summary>
    public void AddContact(TownPatient patient, DateOnly day)
    {
        var kind = Dice.Next(4) switch { 0 => ExplanationKind.Appointment, 1 => ExplanationKind.Referral, _ => ExplanationKind.Encounter };
        var last = kind == ExplanationKind.Encounter ? day.AddDays(Dice.Next(4)) : day;
        patient.Contacts.Add(new(kind, $"{kind}/{patient.Id}-{patient.Contacts.Count}", day, last));
        if (Chance(0.6))
        {
            var written = last.AddDays(Dice.Next(1, 9));
            patient.Contacts.Add(new(ExplanationKind.Letter, $"DocumentReference/{patient.Id}-{patient.Contacts.Count}", written, written));
        }
        if (!Calendar.TryGetValue(day, out var list))
        {
            Calendar.Add(day, list = []);
        }
        list.Add(patient);
    }

    /// <summary>What the hospital's EPD would say, in the type that the portal's own reader fills.</summary>
    public Task<IReadOnlyDictionary<string, PatientFacts>> FactsAsync(FactsQuestion question, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<string, PatientFacts>>(question.Patients.Select(id => _byId[id]).ToDictionary(
            patient => patient.Id,
            patient => new PatientFacts
            {
                PatientId = patient.Id,
                Reference = $"Patient/{patient.Id}/1",
                Surnames = [patient.Surname],
                Addresses = [patient.Home],
                Died = patient.Died,
                Restriction = patient.IsStaff || patient.IsPublicFigure ? $"Patient/{patient.Id}/1" : null,
                Contacts = question.ContactsFrom is null ? [] : patient.Contacts,
                HasContacts = question.ContactsFrom is not null,
            },
            StringComparer.Ordinal));
    }

    /// <summary>Some names are common, most are not.</summary>
    private string Surname()
    {
        var number = (int)(Math.Pow(Dice.NextDouble(), 2.5) * 1500);
        return number < _surnames.Length ? _surnames[number] : string.Concat("Naam", (char)('a' + (number / 26 % 26)), (char)('a' + (number % 26)), (char)('a' + (number / 676)), "stra");
    }

    private string Home() => string.Create(CultureInfo.InvariantCulture, $"{Dice.Next(3300, 3360)}{(char)('A' + Dice.Next(20))}{(char)('A' + Dice.Next(20))} {Dice.Next(1, 120)}");

    private TownDoctor MakeDoctor(int i)
    {
        var surname = Surname();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"9{i:00000000}"), $"{(char)('A' + Dice.Next(26))}. {surname}", surname,
            string.Create(CultureInfo.InvariantCulture, $"01{i:000000}"), i / 4, Home());
    }

    private TownPatient MakePatient(int i)
    {
        var patient = new TownPatient(string.Create(CultureInfo.InvariantCulture, $"t{i}"), Surname(), Home(), AnyDoctor()) { IsStaff = Chance(0.01), IsPublicFigure = Chance(0.001) };
        patient.Died = Chance(0.01) ? First.AddDays(Dice.Next(-60, Days)) : null;
        if (Chance(0.03))
        {
            patient.Former = (AnyDoctor(), First.AddDays(Dice.Next(0, Days)));
        }
        for (var day = Dice.Next(200); day < Days; day += Dice.Next(30, 300))
        {
            AddContact(patient, First.AddDays(day));
        }
        return patient;
    }
}

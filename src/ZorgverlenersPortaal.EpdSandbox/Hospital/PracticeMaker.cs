using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes the twelve practices with their GPs, and the elderly-care and disability physicians' institutions.
/// </summary>
internal static class PracticeMaker
{
    private static readonly string[] _practiceNames =
    [
        "Huisartsenpraktijk De Linde",
        "Praktijk Öztürk & Zn.",
        "Huisartsenpraktijk Het Anker",
        "Huisartsenpraktijk Zuidkade",
        "Gezondheidscentrum Rietkreek",
        "Huisartsen aan de Sluis",
        "Praktijk Molenbroek",
        "Huisartsenpraktijk De Griend",
        "Huisartsen Veerpoort",
        "Praktijk Waalhoek",
        "Huisartsenpraktijk Populier",
        "Huisartsen Zuiderlede",
    ];

    private static readonly Term _gp = new(CodeSystems.UziRole, "01.015", "Huisarts");

    /// <summary>
    /// The practices in the order of the table, then the nursing home and the disability institution.
    /// </summary>
    public static IReadOnlyList<Practice> Make(HospitalRegister register)
    {
        var practices = _practiceNames
            .Select((name, at) => GpPractice(register.Dice.For("practice" + name), name, at))
            .ToList();
        practices.Add(
            Institution(
                "avondrust",
                "47123456",
                "90000384",
                "Verpleeghuis Avondrust",
                new Doctor(
                    "so",
                    new PersonName("Annelies", "", "", "Bakker"),
                    "84012345",
                    "900021221",
                    new Term(CodeSystems.UziRole, "01.047", "Specialist ouderengeneeskunde"))));
        practices.Add(
            Institution(
                "zonneweide",
                "30123456",
                "90000385",
                "Zorginstelling Zonneweide",
                new Doctor(
                    "avg",
                    new PersonName("Pieter", "", "", "Jansen"),
                    "84054321",
                    "900021222",
                    new Term(CodeSystems.UziRole, "01.056", "Arts voor verstandelijk gehandicapten"))));
        foreach (var practice in practices)
        {
            Write(register, practice);
        }

        return practices;
    }

    private static Practice GpPractice(Dice dice, string name, int at)
    {
        var id = "org-praktijk-" + (at + 1).ToString("00", CultureInfo.InvariantCulture);
        List<Doctor> doctors = at switch
        {
            0 => [Named("gp-hoekstra", new PersonName("Sietske", "", "", "Hoekstra"), 0), Other(dice, 4), Other(dice, 5)],
            1 => [Named("gp-ozturk", new PersonName("Fatma", "", "van 't", "Hof", "Öztürk"), 1), Other(dice, 7)],
            2 =>
            [
                Other(dice, 6) with
                {
                    WrittenAgb = (CodeSystems.Agb, "1056795"),
                },
                Other(dice, 8) with
                {
                    WrittenAgb = (CodeSystems.AgbOid, "01056797"),
                },
            ],
            _ => [.. Enumerable.Range(0, dice.Between(1, 3)).Select(seat => Other(dice, (at * 3) + seat))],
        };
        return new Practice(
            id,
            (1_001_234 + at).ToString("00000000", CultureInfo.InvariantCulture),
            (90_000_382 + (at > 1 ? at + 10 : at)).ToString(CultureInfo.InvariantCulture),
            name,
            [.. doctors.Select(doctor => doctor with { OrganizationId = id })]);
    }

    private static Practice Institution(string key, string agb, string ura, string name, Doctor doctor) =>
        new("org-" + key, agb, ura, name, [doctor with { OrganizationId = "org-" + key }]);

    // The two GPs of the development cards; the others count on from there.
    private static Doctor Named(string key, PersonName name, int at) =>
        new(
            key,
            name,
            (1_056_789 + at).ToString("00000000", CultureInfo.InvariantCulture),
            (900_021_219 + at).ToString(CultureInfo.InvariantCulture),
            _gp);

    private static Doctor Other(Dice dice, int at) =>
        Named(
            "gp-" + at.ToString("00", CultureInfo.InvariantCulture),
            Names.Any(dice, dice.Chance(55)) with
            {
                CallName = "",
            },
            at) with
        {
            Uzi = (900_021_300 + at).ToString(CultureInfo.InvariantCulture),
        };

    private static void Write(HospitalRegister register, Practice practice)
    {
        var dice = register.Dice.For(practice.Id);
        var gps = practice.Id.StartsWith("org-praktijk", StringComparison.Ordinal);
        var organization = Part.Resource("Organization", practice.Id, "nl-core-HealthcareProvider-Organization");
        organization["identifier"] = new JsonArray(
            Part.Identifier(CodeSystems.Ura, practice.Ura),
            Part.Identifier(CodeSystems.Agb, practice.Agb));
        organization["active"] = true;
        organization["type"] = new JsonArray(
            gps
                ? Part.Concept(CodeSystems.OrganizationType, "Z3", "Huisartspraktijk")
                : Part.Concept(CodeSystems.OrganizationType, "X3", "Verplegings- of verzorgingsinstelling"));
        organization["name"] = practice.Name;
        organization["telecom"] = new JsonArray(Part.Phone(Addresses.Phone(dice), "work"));
        organization["address"] = new JsonArray(Addresses.Any(dice));
        register.Add(organization, register.Calendar.Ago(500, 9));
        foreach (var doctor in practice.Doctors)
        {
            doctor.AddTo(register, Addresses.Phone(dice));
        }
    }
}

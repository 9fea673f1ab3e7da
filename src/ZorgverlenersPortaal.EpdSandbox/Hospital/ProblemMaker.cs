using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes the Conditions: the reason of the stay and what the patient had before, active, over, suspected and wrong
/// ones.
/// </summary>
internal static class ProblemMaker
{
    private static readonly Term _diagnosis = Term.Snomed("282291009", "Diagnose");
    private static readonly Term _complication = Term.Snomed("116223007", "Complicatie");
    private static readonly (string Hl7, Term Snomed) _confirmed = ("confirmed", Term.Snomed("410605003", "Bevestigd"));
    private static readonly (string Hl7, Term Snomed) _suspected = (
        "provisional",
        Term.Snomed("415684004", "Vermoedelijk"));
    private static readonly (string Hl7, Term Snomed) _refuted = (
        "refuted",
        Term.Snomed("410516002", "Bekend afwezig"));

    private static readonly Term[] _chronic =
    [
        Term.Snomed("38341003", "Hypertensie"),
        Term.Snomed("44054006", "Diabetes mellitus type 2"),
        Term.Snomed("13645005", "COPD"),
        Term.Snomed("84114007", "Hartfalen"),
        Term.Snomed("49436004", "Atriumfibrilleren"),
        Term.Snomed("709044004", "Chronische nierschade"),
        Term.Snomed("64859006", "Osteoporose"),
        Term.Snomed("396275006", "Artrose"),
        Term.Snomed("40930008", "Hypothyreoïdie"),
        Term.Snomed("35489007", "Depressie"),
        Term.Snomed("195967001", "Astma"),
        Term.Snomed("52448006", "Dementie"),
    ];

    private static readonly Term[] _past =
    [
        Term.Snomed("233604007", "Pneumonie"),
        Term.Snomed("85189001", "Appendicitis"),
        Term.Snomed("128053003", "Diepe veneuze trombose"),
        Term.Snomed("68566005", "Urineweginfectie"),
        Term.Snomed("263102004", "Fractuur onderarm"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("problem" + patient.Number);
        if (patient.Stay is not (StayKind.Outpatient or StayKind.Planned))
        {
            var reason = Problem(patient, "r", patient.Reason, _diagnosis, _confirmed);
            reason["onsetDateTime"] = HospitalCalendar.Date(patient.Start);
            reason["encounter"] = patient.EncounterReference();
            Add(register, patient, reason, patient.Stay == StayKind.DischargedBefore ? "resolved" : "active");
        }

        var age = patient.Age(register.Calendar.Today);
        for (var at = 0; at < dice.Next(age > 60 ? 4 : 2); at++)
        {
            var chronic = Problem(
                patient,
                "c" + at,
                _chronic[(dice.Next(4) + (at * 4)) % _chronic.Length],
                _diagnosis,
                _confirmed);
            // A year, or a year and a month: what patients remember and doctors write.
            chronic["onsetDateTime"] = dice.Chance(50)
                ? $"{2024 - dice.Next(20)}"
                : $"{2024 - dice.Next(20)}-{dice.Between(1, 12):00}";
            Add(register, patient, chronic, "active");
        }

        if (dice.Chance(40))
        {
            var past = Problem(patient, "v", dice.Pick(_past), _diagnosis, _confirmed);
            past["abatementDateTime"] = $"{2025 - dice.Next(9)}-0{dice.Between(1, 9)}-11";
            Add(register, patient, past, "resolved");
        }

        AddUncertain(register, patient, dice);
    }

    private static void AddUncertain(HospitalRegister register, SyntheticPatient patient, Dice dice)
    {
        if (patient.Current && dice.Chance(25))
        {
            Add(
                register,
                patient,
                Problem(patient, "s", Term.Snomed("2776000", "Delier"), _complication, _suspected),
                "active");
        }

        if (patient.Rank % 6 == 2)
        {
            Add(
                register,
                patient,
                Problem(patient, "n", Term.Snomed("59282003", "Longembolie"), _diagnosis, _refuted),
                null);
        }

        if (patient.Rank % 6 == 3)
        {
            var mistake = Problem(
                patient,
                "e",
                Term.Snomed("363406005", "Coloncarcinoom"),
                _diagnosis,
                ("entered-in-error", Term.Snomed("723510000", "Foutief ingevoerd")));
            // It was a suspicion before somebody saw the mistake: the history has both versions.
            var before = Problem(patient, "e", Term.Snomed("363406005", "Coloncarcinoom"), _diagnosis, _suspected);
            before["clinicalStatus"] = Part.Concept(CodeSystems.Hl7 + "condition-clinical", "active");
            register.AddChanged(before, Since(register, patient), mistake, Since(register, patient).AddHours(6));
        }
    }

    /// <summary>
    /// A Condition without clinical status; both codings of the verification status are there, as nl-core-Problem has
    /// it.
    /// </summary>
    public static JsonObject Problem(
        SyntheticPatient patient,
        string letter,
        Term code,
        Term category,
        (string Hl7, Term Snomed) verification)
    {
        var condition = Part.Resource("Condition", $"cond-{patient.Key}-{letter}", "nl-core-Problem");
        condition["verificationStatus"] = new JsonObject
        {
            ["coding"] = new JsonArray(
                Part.Coding(CodeSystems.Hl7 + "condition-ver-status", verification.Hl7),
                Part.Coding(verification.Snomed.System, verification.Snomed.Code, verification.Snomed.Text)),
        };
        condition["category"] = new JsonArray(Part.Concept(category));
        condition["code"] = Part.Concept(code);
        condition["subject"] = patient.Reference();
        condition["recordedDate"] = HospitalCalendar.Date(patient.Start);
        return condition;
    }

    private static void Add(HospitalRegister register, SyntheticPatient patient, JsonObject condition, string? clinical)
    {
        if (clinical is not null)
        {
            condition["clinicalStatus"] = Part.Concept(CodeSystems.Hl7 + "condition-clinical", clinical);
        }

        register.Add(condition, Since(register, patient));
    }

    private static DateTimeOffset Since(HospitalRegister register, SyntheticPatient patient) =>
        patient.Stay == StayKind.Planned ? register.Calendar.Ago(9, 11) : patient.Start;
}

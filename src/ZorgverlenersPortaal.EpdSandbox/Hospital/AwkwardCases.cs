using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Adds the patients a reader gets wrong, all with the GP of AGB 01056789: merged, double, deceased, partly known
/// birth dates, and
/// resources that may not be read as they stand. They come beside the number asked for; README.md lists them by id.
/// </summary>
internal static class AwkwardCases
{
    // Past every rank that has a fixed case.
    private const int PlainRank = 1000;

    public static void Make(HospitalRegister register, IReadOnlyList<SyntheticPatient> patients)
    {
        var model = patients.First(patient => patient is { Stay: StayKind.Admitted, Rank: 0 });
        var bsns = new Queue<string>(BsnList.All().Skip(patients.Count).Take(6));
        var number = patients.Count;
        SyntheticPatient Somebody(string key, StayKind stay)
        {
            // Two numbers each: for the patient and for a second record.
            number += 2;
            return Plan(register, model, key, stay) with { Number = number, Bsn = bsns.Dequeue() };
        }

        AddMerged(register, Somebody("merged", StayKind.Admitted));
        AddDouble(register, Somebody("double", StayKind.DischargedRecently));
        AddDeceased(register, Somebody("deceased", StayKind.DischargedRecently));
        AddPartial(register, Somebody("1941", StayKind.Admitted), "1941");
        AddPartial(register, Somebody("1941-04", StayKind.Admitted), "1941-04");
        AddUnreadable(register, Somebody("unreadable", StayKind.Admitted));
        AddStrayEncounter(register, model);
    }

    private static SyntheticPatient Plan(HospitalRegister register, SyntheticPatient model, string key, StayKind stay)
    {
        var dice = register.Dice.For("awkward" + key);
        var days = dice.Between(3, 9);
        return model with
        {
            Key = key,
            Name = Names.Any(dice, model.Woman),
            BirthDate = new DateOnly(1938 + dice.Next(20), dice.Between(1, 12), dice.Between(1, 28)),
            Stay = stay,
            Rank = PlainRank,
            Start = register.Calendar.Ago(days, 11),
            End = stay == StayKind.DischargedRecently ? register.Calendar.Ago(days - 2, 13) : null,
        };
    }

    private static void Add(HospitalRegister register, SyntheticPatient patient, JsonObject json)
    {
        register.Add(json, patient.Start);
        HospitalBuilder.MakeRecord(register, patient, bigLetters: false);
    }

    // The old record points at the one that went on; both carry the same BSN.
    private static void AddMerged(HospitalRegister register, SyntheticPatient patient)
    {
        var old = patient with
        {
            Key = patient.Key + "-old",
            Number = patient.Number + 1,
            Stay = StayKind.DischargedBefore,
            Start = register.Calendar.Ago(120, 9),
            End = register.Calendar.Ago(112, 11),
        };
        var kept = PatientMaker.Json(register, patient);
        kept["link"] = Link(old, "replaces");
        Add(register, patient, kept);
        var replaced = PatientMaker.Json(register, old);
        replaced["active"] = false;
        replaced["link"] = Link(patient, "replaced-by");
        Add(register, old, replaced);
    }

    private static JsonArray Link(SyntheticPatient other, string type) =>
        new(new JsonObject { ["other"] = Part.Reference("Patient", other.Id), ["type"] = type });

    // As after a night at the emergency department: a second record, with a directive the first one lacks, and no GP
    // yet.
    private static void AddDouble(HospitalRegister register, SyntheticPatient patient)
    {
        Add(register, patient, PatientMaker.Json(register, patient));
        var second = patient with
        {
            Key = patient.Key + "-second",
            Number = patient.Number + 1,
            Stay = StayKind.Outpatient,
        };
        var json = PatientMaker.Json(register, second);
        json.Remove("generalPractitioner");
        Add(register, second, json);
        register.Add(new Directive(second, 1, Directive.Resuscitation, second.Start).Deny().Json, second.Start);
    }

    private static void AddDeceased(HospitalRegister register, SyntheticPatient patient)
    {
        var json = PatientMaker.Json(register, patient);
        json["deceasedDateTime"] = HospitalCalendar.Stamp(patient.End!.Value);
        Add(register, patient, json);
        var stay = EncounterMaker.Stay(register, patient);
        stay["status"] = "finished";
        stay["hospitalization"]!["dischargeDisposition"] = Part.Concept(
            CodeSystems.Snomed,
            "183676005",
            "Overleden in ziekenhuis");
        register.Add(stay, patient.End);
    }

    private static void AddPartial(HospitalRegister register, SyntheticPatient patient, string birthDate)
    {
        var json = PatientMaker.Json(register, patient);
        json["birthDate"] = birthDate;
        Add(register, patient, json);
    }

    private static void AddUnreadable(HospitalRegister register, SyntheticPatient patient)
    {
        Add(register, patient, PatientMaker.Json(register, patient));
        var modified = ProblemMaker.Problem(
            patient,
            "m",
            Term.Snomed("254837009", "Mammacarcinoom"),
            Term.Snomed("282291009", "Diagnose"),
            ("confirmed", Term.Snomed("410605003", "Bevestigd")));
        modified["modifierExtension"] = new JsonArray(
            Part.Extension(
                "https://drechtoever.example/fhir/StructureDefinition/bij-familielid",
                "valueBoolean",
                JsonValue.Create(true)));
        register.Add(modified, patient.Start);
        var ruled = ProblemMaker.Problem(
            patient,
            "i",
            Term.Snomed("73211009", "Diabetes mellitus"),
            Term.Snomed("282291009", "Diagnose"),
            ("confirmed", Term.Snomed("410605003", "Bevestigd")));
        ruled["implicitRules"] = "https://drechtoever.example/fhir/afspraken/omgekeerde-ontkenning";
        register.Add(ruled, patient.Start);
        register.Add(
            new Directive(patient, 8, Directive.Resuscitation, patient.Start)
                .Deny()
                .Unknown("https://drechtoever.example/fhir/StructureDefinition/alleen-in-weekend")
                .Json,
            patient.Start);
    }

    // Nictiz's own example Encounter has no subject: it can be nobody's.
    private static void AddStrayEncounter(HospitalRegister register, SyntheticPatient model)
    {
        var stray = EncounterMaker.Bare("enc-nobody", "in-progress", "IMP", "klinisch");
        stray["period"] = Part.Period(model.Start);
        register.Add(stray, model.Start);
    }
}

using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes medication as MP9 has it: agreements, administration agreements and use, with stops, references that fail and
/// errors.
/// </summary>
internal static class MedicationMaker
{
    private static readonly Term _agreement = Term.Snomed("33633005", "medicatieafspraak");
    private static readonly Term _administration = Term.Snomed("422037009", "toedieningsafspraak");
    private static readonly Term _dispense = Term.Snomed("373784005", "verstrekking");
    private static readonly Term _use = Term.Snomed("422979000", "medicatiegebruik");
    private static readonly Term _given = Term.Snomed("18629005", "toediening van medicatie");

    /// <summary>The Medication resources that all patients share.</summary>
    public static void MakeDrugs(HospitalRegister register)
    {
        foreach (var drug in Drug.All)
        {
            var medication = Part.Resource("Medication", drug.Id, "nl-core-PharmaceuticalProduct");
            medication["code"] = Part.Concept(CodeSystems.Atc, drug.Atc, drug.Name);
            register.Add(medication, register.Calendar.Ago(600, 9));
        }
    }

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("medication" + patient.Number);
        var count = patient.Current ? dice.Between(3, 6) : dice.Next(3);
        var first = dice.Next(Drug.All.Length);
        for (var at = 0; at < count; at++)
        {
            var drug = Drug.All[(first + at) % Drug.All.Length];
            var start = patient.Current && at < 2 ? patient.Start : register.Calendar.Ago(dice.Between(60, 900), 9);
            register.Add(Agreement(patient, at, drug, start), start);
            if (at % 2 == 0)
            {
                register.Add(Supply(patient, at, drug, start, at == 0 ? _administration : _dispense), start);
            }
        }

        if (patient.Current)
        {
            AddUse(register, patient, Drug.All[5]);
            AddOddities(register, patient);
            AddAdministrations(register, patient, Drug.All[first % Drug.All.Length]);
        }
    }

    /// <summary>Yesterday given, this morning not: a dose that was left out must not read as given.</summary>
    private static void AddAdministrations(HospitalRegister register, SyntheticPatient patient, Drug drug)
    {
        for (var day = 0; day < 2; day++)
        {
            var at = register.Calendar.Ago(day, 8);
            if (at < patient.Start)
            {
                continue;
            }
            var given = Part.Resource("MedicationAdministration", $"mtd-{patient.Key}-{day}", "mp-MedicationAdministration2");
            given["status"] = day == 0 ? "not-done" : "completed";
            given["category"] = Part.Concept(_given);
            given["medicationReference"] = Part.Reference("Medication", drug.Id, drug.Name);
            given["subject"] = patient.Reference();
            given["effectiveDateTime"] = HospitalCalendar.Stamp(at);
            given["performer"] = new JsonArray(new JsonObject { ["actor"] = patient.Ward.Doctor.RoleReference() });
            given["dosage"] = new JsonObject { ["text"] = drug.Dosage };
            register.Add(given, at);
        }
    }

    private static JsonObject Agreement(SyntheticPatient patient, int at, Drug drug, DateTimeOffset start)
    {
        var request = Part.Resource("MedicationRequest", $"ma-{patient.Key}-{at}", "mp-MedicationAgreement");
        request["extension"] = Extensions(drug, start);
        request["status"] = at == 3 ? "on-hold" : "active";
        request["intent"] = "order";
        request["category"] = new JsonArray(Part.Concept(_agreement));
        request["medicationReference"] = Part.Reference("Medication", drug.Id, drug.Name);
        request["subject"] = patient.Reference();
        request["authoredOn"] = HospitalCalendar.Stamp(start);
        request["requester"] = (at % 2 == 0 ? patient.Ward.Doctor : patient.Gps[0]).RoleReference();
        request["dosageInstruction"] = new JsonArray(Part.Text(drug.Dosage));
        return request;
    }

    private static JsonObject Supply(SyntheticPatient patient, int at, Drug drug, DateTimeOffset start, Term kind)
    {
        var supply = Part.Resource(
            "MedicationDispense",
            $"ta-{patient.Key}-{at}",
            at == 0 ? "mp-AdministrationAgreement" : "mp-MedicationDispense");
        supply["extension"] = Extensions(drug, start);
        supply["status"] = at == 0 ? "in-progress" : "completed";
        supply["category"] = Part.Concept(kind);
        supply["medicationReference"] = Part.Reference("Medication", drug.Id, drug.Name);
        supply["subject"] = patient.Reference();
        supply["authorizingPrescription"] = new JsonArray(
            Part.Reference("MedicationRequest", $"ma-{patient.Key}-{at}"));
        if (at > 0)
        {
            supply["whenHandedOver"] = HospitalCalendar.Stamp(start.AddHours(6));
            supply["quantity"] = Part.Quantity("30", "stuks");
        }

        return supply;
    }

    private static void AddUse(HospitalRegister register, SyntheticPatient patient, Drug drug)
    {
        var use = Part.Resource("MedicationStatement", "mgb-" + patient.Key, "mp-MedicationUse2");
        use["extension"] = new JsonArray(
            Part.Extension(CodeSystems.Profile + "ext-RenderedDosageInstruction", "valueString", drug.Dosage));
        use["status"] = "active";
        use["category"] = Part.Concept(_use);
        use["medicationCodeableConcept"] = Part.Concept(CodeSystems.Atc, drug.Atc, drug.Name);
        use["subject"] = patient.Reference();
        use["effectivePeriod"] = new JsonObject { ["start"] = "2024" };
        use["dateAsserted"] = HospitalCalendar.Stamp(patient.Start);
        register.Add(use, patient.Start);
    }

    // A stop is an agreement that says "no more": read as an ordinary one it says the opposite (fhir.md §1.9).
    private static void AddOddities(HospitalRegister register, SyntheticPatient patient)
    {
        var odd = Agreement(patient, 9, Drug.All[7], patient.Start);
        switch (patient.Rank % 5)
        {
            case 0:
                odd["modifierExtension"] = new JsonArray(
                    Part.Extension(
                        CodeSystems.Profile + "ext-StopType",
                        "valueCodeableConcept",
                        Part.Concept(CodeSystems.Snomed, "113371000146109", "definitief gestopt met medicatie")));
                break;
            case 1:
                odd["medicationReference"] = new JsonObject { ["reference"] = "Medication/med-bestaat-niet" };
                break;
            case 2:
                odd["doNotPerform"] = true;
                break;
            case 3:
                odd["status"] = "entered-in-error";
                break;
            default:
                odd["contained"] = new JsonArray(
                    new JsonObject
                    {
                        ["resourceType"] = "Medication",
                        ["id"] = "mengsel",
                        ["code"] = Part.Text("Crème volgens recept, 100 gram"),
                    });
                odd["medicationReference"] = new JsonObject { ["reference"] = "#mengsel" };
                break;
        }

        register.Add(odd, patient.Start);
    }

    private static JsonArray Extensions(Drug drug, DateTimeOffset start) =>
        new(
            Part.Extension(
                CodeSystems.Profile + "ext-RenderedDosageInstruction",
                "valueString",
                $"Vanaf {HospitalCalendar.Dutch(start)}, {drug.Dosage}"),
            Part.Extension(
                CodeSystems.Profile + "ext-TimeInterval.Period",
                "valuePeriod",
                new JsonObject { ["start"] = HospitalCalendar.Date(start) }));
}

using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes the Encounters: the main stay in all the ways EPDs write one, its parts, and visits before it.
/// </summary>
internal static class EncounterMaker
{
    private static readonly Term _home = Term.Snomed("264362003", "Thuis");

    private static readonly Term[] _destinations =
    [
        _home,
        _home,
        _home,
        Term.Snomed("42665001", "Verpleeghuis"),
        Term.Snomed("80522000", "Revalidatiecentrum"),
        Term.Snomed("22232009", "Ander ziekenhuis"),
        Term.Snomed("284546000", "Hospice"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        if (patient.Stay != StayKind.Outpatient)
        {
            var updated =
                patient.End ?? (patient.Start < register.Calendar.Now ? patient.Start : register.Calendar.Ago(2, 10));
            register.Add(Stay(register, patient), updated);
        }

        if (patient.Stay == StayKind.Admitted && patient.Rank % 8 == 0)
        {
            AddParts(register, patient);
        }

        VisitMaker.Make(register, patient);
    }

    /// <summary>
    /// The main stay; which status and which period it has follows from the kind of stay and the rank (README.md lists
    /// them).
    /// </summary>
    public static JsonObject Stay(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("encounter" + patient.Number);
        var status = Status(patient);
        var encounter = Bare(patient.EncounterId, status, "IMP", "klinisch");
        encounter["identifier"] = new JsonArray(
            Part.Identifier(CodeSystems.AdmissionNumber, $"O{patient.Number:000000}"));
        encounter["serviceType"] = Part.Concept(patient.Ward.Specialty);
        encounter["subject"] = patient.Reference();
        encounter["participant"] = Participants(patient);
        if (patient is not { Stay: StayKind.Admitted, Rank: 14 })
        {
            // Rank 5: finished, but nobody filled in when.
            encounter["period"] = Part.Period(
                patient.Start,
                patient is { Stay: StayKind.DischargedRecently, Rank: 5 } ? null : patient.End);
        }

        encounter["reasonCode"] = new JsonArray(Part.Concept(patient.Reason));
        encounter["hospitalization"] = Hospitalization(dice, patient);
        encounter["location"] = new JsonArray(
            Place(patient.Ward.Id, patient.Ward.Display, patient.Start, patient.End),
            Place(
                patient.Ward.RoomId(patient.Room),
                $"{patient.Ward.Display}, {Ward.RoomName(patient.Room)}",
                patient.Start,
                patient.End));
        encounter["serviceProvider"] = Part.Reference("Organization", StaffMaker.HospitalId, StaffMaker.HospitalName);
        return encounter;
    }

    public static JsonObject Bare(string id, string status, string actCode, string display)
    {
        var encounter = Part.Resource("Encounter", id, "nl-core-Encounter");
        encounter["status"] = status;
        encounter["class"] = Part.Coding(CodeSystems.ActCode, actCode, display);
        return encounter;
    }

    public static JsonObject Place(string id, string display, DateTimeOffset start, DateTimeOffset? end) =>
        new()
        {
            ["location"] = Part.Reference("Location", id, display),
            ["status"] = end is null ? "active" : "completed",
            ["period"] = Part.Period(start, end),
        };

    public static JsonObject Participant(Doctor doctor, string code, string display) =>
        new()
        {
            ["type"] = new JsonArray(Part.Concept(CodeSystems.Hl7 + "v3-ParticipationType", code, display)),
            ["individual"] = doctor.RoleReference(),
        };

    private static string Status(SyntheticPatient patient) =>
        (patient.Stay, patient.Rank) switch
        {
            (StayKind.Admitted, 8 or 13) => "unknown",
            (StayKind.Admitted, 15) => "onleave",
            (StayKind.Admitted, 16) => "arrived",
            (StayKind.Admitted, _) => "in-progress",
            (StayKind.Planned, _) => "planned",
            // As Epic and Nictiz's own example write a stay that is over (fhir.md §0.4).
            (_, var rank) when rank % 5 == 1 => "unknown",
            _ => "finished",
        };

    private static JsonArray Participants(SyntheticPatient patient)
    {
        var participants = new JsonArray(Participant(patient.Ward.Doctor, "ATND", "Behandelaar"));
        if (patient.Rank % 2 == 0)
        {
            participants.Insert(0, Participant(patient.Ward.Doctor, "RESP", "Hoofdbehandelaar"));
        }

        participants.Add(Participant(patient.Gps[0], "REF", "Verwijzer"));
        return participants;
    }

    private static JsonObject Hospitalization(Dice dice, SyntheticPatient patient)
    {
        var hospitalization = new JsonObject { ["admitSource"] = Part.Concept(_home) };
        if (patient.End is not null)
        {
            hospitalization["dischargeDisposition"] = Part.Concept(dice.Pick(_destinations));
        }

        return hospitalization;
    }

    // As Epic sends a stay in pieces: the ward before, and an hour in the operating theatre, with the insurer among
    // the participants.
    private static void AddParts(HospitalRegister register, SyntheticPatient patient)
    {
        var start = patient.Start;
        var parts = new[]
        {
            ("a", start, start.AddHours(5), "SEH"),
            ("b", start.AddHours(5), start.AddHours(7), "Operatiekamer"),
        };
        foreach (var (letter, from, to, name) in parts)
        {
            var part = Bare(patient.EncounterId + letter, "finished", "IMP", "klinisch");
            part["type"] = new JsonArray(Part.Text("Ziekenhuiscontact: " + name));
            part["subject"] = patient.Reference();
            part["participant"] = new JsonArray(
                Participant(patient.Ward.Doctor, "ATND", "Behandelaar"),
                new JsonObject
                {
                    ["individual"] = new JsonObject { ["display"] = "Zorgverzekeraar Polder (verzonnen)" },
                });
            part["period"] = Part.Period(from, to);
            part["partOf"] = patient.EncounterReference();
            register.Add(part, to);
        }
    }
}

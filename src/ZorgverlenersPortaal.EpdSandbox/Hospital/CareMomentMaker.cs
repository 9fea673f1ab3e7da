using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes what is done, planned and asked for: appointments, procedures, requests, referrals.</summary>
internal static class CareMomentMaker
{
    private static readonly Term _surgical = Term.Snomed("387713003", "Chirurgische ingreep");
    private static readonly Term _referral = Term.Snomed("3457005", "Verwijzing van de patiënt");
    private static readonly string[] _statuses = ["booked", "pending", "cancelled", "booked"];

    private static readonly Term[] _procedures =
    [
        Term.Snomed("80146002", "Appendectomie"),
        Term.Snomed("38102005", "Cholecystectomie"),
        Term.Snomed("179344006", "Totale heupprothese"),
        Term.Snomed("41976001", "Hartkatheterisatie"),
        Term.Snomed("73761001", "Coloscopie"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("moment" + patient.Number);
        if (patient.Current || dice.Chance(30))
        {
            AddAppointment(
                register,
                patient,
                "a",
                _statuses[patient.Rank % 4],
                register.Calendar.Ahead(dice.Between(3, 60), dice.Between(9, 16), dice.Next(4) * 15));
            AddAppointment(
                register,
                patient,
                "b",
                "fulfilled",
                register.Calendar.Ago(dice.Between(20, 300), dice.Between(9, 16)));
        }

        if (!patient.Current && patient.Stay != StayKind.Planned && !dice.Chance(30))
        {
            return;
        }

        AddProcedures(register, patient, dice);
        AddReferral(register, patient, dice);
        if (patient.Stay == StayKind.Planned || patient.Rank % 4 == 0)
        {
            AddRequest(register, patient, "p", dice.Pick(_procedures), doNotPerform: patient.Rank % 8 == 4);
        }
    }

    private static void AddAppointment(
        HospitalRegister register,
        SyntheticPatient patient,
        string letter,
        string status,
        DateTimeOffset start)
    {
        var appointment = Part.Resource("Appointment", $"app-{patient.Key}-{letter}");
        appointment["status"] = status;
        appointment["serviceType"] = new JsonArray(Part.Concept(patient.Ward.Specialty));
        appointment["reasonCode"] = new JsonArray(Part.Text("Controle"));
        appointment["start"] = HospitalCalendar.Stamp(start);
        appointment["end"] = HospitalCalendar.Stamp(start.AddMinutes(15));
        appointment["participant"] = new JsonArray(
            Actor(patient.Reference()),
            Actor(patient.Ward.Doctor.RoleReference()),
            Actor(Part.Reference("Location", patient.Ward.Id, patient.Ward.Display)));
        register.Add(appointment, start < register.Calendar.Now ? start : register.Calendar.Ago(1, 12));
    }

    private static JsonObject Actor(JsonObject reference) => new() { ["actor"] = reference, ["status"] = "accepted" };

    private static void AddProcedures(HospitalRegister register, SyntheticPatient patient, Dice dice)
    {
        var time =
            patient.Start.AddHours(20) < register.Calendar.Now
                ? patient.Start.AddHours(20)
                : register.Calendar.Now.AddMinutes(-90);
        var procedure = Procedure(
            patient,
            "a",
            patient.Rank % 6 == 5 ? "not-done" : "completed",
            dice.Pick(_procedures));
        procedure["performedPeriod"] = Part.Period(time, time.AddMinutes(80));
        register.Add(procedure, time.AddHours(2));
        var past = Procedure(
            patient,
            "b",
            patient.Rank % 6 == 3 ? "entered-in-error" : "completed",
            dice.Pick(_procedures));
        past["performedDateTime"] = dice.Chance(50) ? "1998" : "2012-06";
        register.Add(past, register.Calendar.Ago(300, 9));
    }

    private static JsonObject Procedure(SyntheticPatient patient, string letter, string status, Term code)
    {
        var procedure = Part.Resource("Procedure", $"proc-{patient.Key}-{letter}", "nl-core-Procedure-event");
        procedure["status"] = status;
        procedure["category"] = Part.Concept(_surgical);
        procedure["code"] = Part.Concept(code);
        procedure["subject"] = patient.Reference();
        procedure["performer"] = new JsonArray(new JsonObject { ["actor"] = patient.Ward.Doctor.RoleReference() });
        return procedure;
    }

    private static void AddReferral(HospitalRegister register, SyntheticPatient patient, Dice dice)
    {
        var referral = Request(patient, "r", _referral, "completed");
        referral["requester"] = patient.Gps[0].RoleReference();
        referral["authoredOn"] = HospitalCalendar.Stamp(register.Calendar.Ago(dice.Between(25, 90), 16));
        referral["reasonCode"] = new JsonArray(
            Part.Text("Graag beoordeling: " + patient.Reason.Text.ToLowerInvariant()));
        register.Add(referral, register.Calendar.Ago(20, 9));
    }

    private static void AddRequest(
        HospitalRegister register,
        SyntheticPatient patient,
        string letter,
        Term code,
        bool doNotPerform)
    {
        var request = Request(patient, letter, code, "active");
        request["category"] = new JsonArray(Part.Concept(_surgical));
        request["requester"] = patient.Ward.Doctor.RoleReference();
        request["authoredOn"] = HospitalCalendar.Stamp(register.Calendar.Ago(4, 10));
        request["occurrenceDateTime"] = HospitalCalendar.Date(register.Calendar.Ahead(9, 8));
        if (doNotPerform)
        {
            request["doNotPerform"] = true;
        }

        register.Add(request, register.Calendar.Ago(4, 10));
    }

    private static JsonObject Request(SyntheticPatient patient, string letter, Term code, string status)
    {
        var request = Part.Resource("ServiceRequest", $"req-{patient.Key}-{letter}", "nl-core-Procedure-request");
        request["status"] = status;
        request["intent"] = "order";
        request["code"] = Part.Concept(code);
        request["subject"] = patient.Reference();
        return request;
    }
}

using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes visits that are no stay: outpatient clinic, emergency department, day admission, and stays that never were.
/// </summary>
internal static class VisitMaker
{
    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("visit" + patient.Number);
        var clinic = register.Calendar.Ago(dice.Between(20, 300), dice.Between(9, 16), dice.Next(4) * 15);
        Add(register, patient, "p", ("AMB", "poliklinisch"), "finished", clinic, clinic.AddMinutes(20));
        if (dice.Chance(patient.Current ? 60 : 15))
        {
            var emergency = patient.Current
                ? patient.Start.AddHours(-3)
                : register.Calendar.Ago(dice.Between(30, 200), 21);
            Add(register, patient, "s", ("EMER", "SEH"), "finished", emergency, emergency.AddHours(3));
        }

        if (patient.Stay != StayKind.Outpatient)
        {
            return;
        }

        var start = register.Calendar.Ago(dice.Between(0, 6), 8);
        if (patient.Rank is 0 or 1)
        {
            Add(
                register,
                patient,
                "x",
                ("IMP", "klinisch"),
                patient.Rank == 0 ? "cancelled" : "entered-in-error",
                start,
                null);
        }
        else if (patient.Rank is 2 or 4)
        {
            Add(register, patient, "d", ("SS", "dagopname"), "finished", start, start.AddHours(6));
        }
    }

    private static void Add(
        HospitalRegister register,
        SyntheticPatient patient,
        string letter,
        (string Code, string Display) kind,
        string status,
        DateTimeOffset start,
        DateTimeOffset? end)
    {
        var visit = EncounterMaker.Bare(patient.EncounterId + letter, status, kind.Code, kind.Display);
        visit["serviceType"] = Part.Concept(patient.Ward.Specialty);
        visit["subject"] = patient.Reference();
        visit["participant"] = new JsonArray(EncounterMaker.Participant(patient.Ward.Doctor, "ATND", "Behandelaar"));
        visit["period"] = Part.Period(start, end);
        visit["reasonCode"] = new JsonArray(
            Part.Text(kind.Code is "AMB" ? "Controle " + patient.Ward.Name.ToLowerInvariant() : patient.Reason.Text));
        visit["serviceProvider"] = Part.Reference("Organization", StaffMaker.HospitalId, StaffMaker.HospitalName);
        register.Add(visit, end ?? start);
    }
}

using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes the care team, the contact person, the episode of care and the alerts.</summary>
internal static class CareTeamMaker
{
    private static readonly Term[] _alerts =
    [
        Term.Snomed("432415000", "Draagt MRSA: isolatie bij opname"),
        Term.Snomed("129839007", "Verhoogd valrisico"),
        Term.Snomed("441509002", "Heeft een pacemaker"),
    ];

    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        if (!patient.Current)
        {
            return;
        }

        AddTeam(register, patient);
        AddContact(register, patient);
        AddEpisode(register, patient);
        if (patient.Rank % 3 != 1)
        {
            AddAlert(
                register,
                patient,
                "a",
                _alerts[patient.Rank % 3],
                (patient.Rank % 9) switch
                {
                    3 => "inactive",
                    5 => "entered-in-error",
                    _ => "active",
                });
        }
    }

    private static void AddTeam(HospitalRegister register, SyntheticPatient patient)
    {
        var team = Part.Resource("CareTeam", "team-" + patient.Key, "nl-core-CareTeam");
        team["status"] = patient.End is null ? "active" : "inactive";
        team["name"] = "Behandelteam " + patient.Ward.Display;
        team["subject"] = patient.Reference();
        team["encounter"] = patient.EncounterReference();
        team["period"] = Part.Period(patient.Start, patient.End);
        team["participant"] = new JsonArray([
            .. patient
                .Gps.Prepend(patient.Ward.Doctor)
                .Select(doctor => new JsonObject
                {
                    ["role"] = new JsonArray(Part.Concept(doctor.Role)),
                    ["member"] = doctor.RoleReference(),
                }),
        ]);
        register.Add(team, patient.Start);
    }

    private static void AddContact(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("contact" + patient.Number);
        var person = Part.Resource("RelatedPerson", "contact-" + patient.Key, "nl-core-ContactPerson");
        person["active"] = true;
        person["patient"] = patient.Reference();
        person["relationship"] = new JsonArray(
            Part.Concept("urn:oid:2.16.840.1.113883.2.4.3.11.22.472", "01", "Eerste relatie/contactpersoon"),
            Part.Concept(CodeSystems.Hl7 + "v3-RoleCode", "CHILD", "Kind"));
        person["name"] = Names.Any(dice, dice.Chance(50)).Json();
        person["telecom"] = new JsonArray(Part.Phone(Addresses.Phone(dice), "mobile"));
        register.Add(person, patient.Start);
    }

    private static void AddEpisode(HospitalRegister register, SyntheticPatient patient)
    {
        var episode = Part.Resource("EpisodeOfCare", "episode-" + patient.Key, "nl-core-EpisodeOfCare");
        episode["extension"] = new JsonArray(
            Part.Extension(
                CodeSystems.Profile + "ext-EpisodeOfCare.EpisodeOfCareName",
                "valueString",
                patient.Reason.Text));
        episode["status"] = "active";
        episode["diagnosis"] = new JsonArray(
            new JsonObject { ["condition"] = Part.Reference("Condition", $"cond-{patient.Key}-r") });
        episode["patient"] = patient.Reference();
        episode["managingOrganization"] = Part.Reference(
            "Organization",
            StaffMaker.HospitalId,
            StaffMaker.HospitalName);
        episode["period"] = new JsonObject { ["start"] = HospitalCalendar.Date(patient.Start) };
        register.Add(episode, patient.Start);
    }

    private static void AddAlert(
        HospitalRegister register,
        SyntheticPatient patient,
        string letter,
        Term alert,
        string status)
    {
        var flag = Part.Resource("Flag", $"flag-{patient.Key}-{letter}", "nl-core-Alert");
        flag["status"] = status;
        flag["category"] = new JsonArray(Part.Concept(CodeSystems.Loinc, "75323-6", "condition"));
        flag["code"] = Part.Concept(alert);
        flag["subject"] = patient.Reference();
        flag["period"] = new JsonObject { ["start"] = "2022-03" };
        if (status is "inactive")
        {
            flag["period"]!["end"] = "2023-01-15";
        }

        register.Add(flag, register.Calendar.Ago(250, 9));
    }
}

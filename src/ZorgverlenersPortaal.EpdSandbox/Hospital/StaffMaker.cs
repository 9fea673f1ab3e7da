using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes the hospital itself: the organisation, its wards and rooms, and a specialist for each ward.</summary>
internal static class StaffMaker
{
    public const string HospitalId = "org-drechtoever";
    public const string HospitalName = "Ziekenhuis Drechtoever (verzonnen)";

    public static IReadOnlyList<Ward> Make(HospitalRegister register)
    {
        var hospital = Part.Resource("Organization", HospitalId, "nl-core-HealthcareProvider-Organization");
        hospital["identifier"] = new JsonArray(
            Part.Identifier(CodeSystems.Ura, "90000901"),
            Part.Identifier(CodeSystems.Agb, "06999901"));
        hospital["active"] = true;
        hospital["type"] = new JsonArray(Part.Concept(CodeSystems.OrganizationType, "V4", "Ziekenhuis"));
        hospital["name"] = HospitalName;
        hospital["telecom"] = new JsonArray(Part.Phone("078 000 10 00", "work"));
        register.Add(hospital, register.Calendar.Ago(900, 9));
        var wards = WardList.All.Select((line, at) => Ward(register.Dice.For("ward" + line.Code), line, at)).ToList();
        foreach (var ward in wards)
        {
            Write(register, ward, wards.IndexOf(ward));
        }

        return wards;
    }

    private static Ward Ward(Dice dice, WardList line, int at)
    {
        var number = at.ToString("00", CultureInfo.InvariantCulture);
        var doctor = new Doctor(
            "spec-" + number,
            Names.Any(dice, dice.Chance(50)) with
            {
                CallName = "",
            },
            "030" + number + "321",
            "9000230" + number,
            new Term(CodeSystems.UziRole, line.RoleCode, line.RoleName));
        return new Ward(line.Code, line.Name, Term.Snomed(line.SpecialtyCode, line.Name), doctor, line.Reasons);
    }

    private static void Write(HospitalRegister register, Ward ward, int at)
    {
        ward.Doctor.AddTo(register, $"078 000 2{at % 10} 00");
        register.Add(
            Location(ward.Id, ward.Display, "wa", "Afdeling", $"078 000 2{at % 10} 10"),
            register.Calendar.Ago(800, 9));
        for (var room = 1; room <= Hospital.Ward.Rooms; room++)
        {
            var location = Location(
                ward.RoomId(room),
                $"{ward.Display}, {Hospital.Ward.RoomName(room)}",
                "ro",
                "Kamer",
                $"078 000 2{at % 10} 1{room}");
            location["partOf"] = Part.Reference("Location", ward.Id, ward.Display);
            register.Add(location, register.Calendar.Ago(800, 9));
        }
    }

    private static JsonObject Location(string id, string name, string kind, string kindName, string phone)
    {
        var location = Part.Resource("Location", id, "nl-core-HealthcareProvider");
        location["status"] = "active";
        location["name"] = name;
        location["telecom"] = new JsonArray(Part.Phone(phone, "work"));
        location["physicalType"] = Part.Concept(CodeSystems.Hl7 + "location-physical-type", kind, kindName);
        location["managingOrganization"] = Part.Reference("Organization", HospitalId, HospitalName);
        return location;
    }
}

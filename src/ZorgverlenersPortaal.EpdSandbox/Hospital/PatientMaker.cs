using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Makes the Patient.</summary>
internal static class PatientMaker
{
    public static void Make(HospitalRegister register, SyntheticPatient patient) =>
        register.Add(Json(register, patient), patient.End ?? register.Calendar.Ago(3, 9));

    /// <summary>The Patient as JSON, for the awkward cases to change before it is stored.</summary>
    public static JsonObject Json(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("address" + patient.Number);
        var resource = Part.Resource("Patient", patient.Id, "nl-core-Patient");
        resource["identifier"] = new JsonArray(
            Part.Identifier(CodeSystems.Bsn, patient.Bsn),
            Part.Identifier(
                CodeSystems.PatientNumber,
                (7_000_000 + patient.Number).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        resource["active"] = true;
        resource["name"] = patient.Name.Json();
        resource["telecom"] = new JsonArray(Part.Phone(Addresses.Phone(dice), "home"));
        resource["gender"] = patient.Woman ? "female" : "male";
        resource["birthDate"] = HospitalCalendar.Date(patient.BirthDate);
        resource["address"] = new JsonArray(Addresses.Any(dice));
        resource["generalPractitioner"] = new JsonArray([.. patient.Gps.Select(gp => Gp(gp, patient.GpStyle))]);
        resource["managingOrganization"] = Part.Reference(
            "Organization",
            StaffMaker.HospitalId,
            StaffMaker.HospitalName);
        return resource;
    }

    private static JsonObject Gp(Doctor gp, GpStyle style) =>
        style switch
        {
            GpStyle.Role => gp.RoleReference(),
            GpStyle.Practitioner => Part.Reference("Practitioner", gp.PractitionerId, gp.Display),
            GpStyle.Identifier => new JsonObject
            {
                ["type"] = "Practitioner",
                ["identifier"] = Part.Identifier(CodeSystems.Agb, gp.Agb),
                ["display"] = gp.Display,
            },
            GpStyle.Organization => Part.Reference("Organization", gp.OrganizationId),
        };
}

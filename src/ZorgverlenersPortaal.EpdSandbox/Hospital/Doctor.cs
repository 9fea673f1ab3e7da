using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// A doctor with the organisation worked for: one Practitioner and one PractitionerRole, both named after <paramref
/// name="Key"/>.
/// </summary>
internal sealed record Doctor(string Key, PersonName Name, string Agb, string Uzi, Term Role)
{
    public string OrganizationId { get; init; } = StaffMaker.HospitalId;

    /// <summary>
    /// How the AGB stands in the Practitioner: some systems drop the leading zero or write the old OID.
    /// </summary>
    public (string System, string Value) WrittenAgb { get; init; } = (CodeSystems.Agb, Agb);

    public string RoleId => "role-" + Key;

    public string PractitionerId => "prac-" + Key;

    public string Display => Name.Short + ", " + Role.Text.ToLowerInvariant();

    public JsonObject RoleReference() => Part.Reference("PractitionerRole", RoleId, Display);

    public void AddTo(HospitalRegister register, string phone)
    {
        var practitioner = Part.Resource("Practitioner", PractitionerId, "nl-core-HealthProfessional-Practitioner");
        practitioner["identifier"] = new JsonArray(
            Part.Identifier(CodeSystems.Uzi, Uzi),
            Part.Identifier(WrittenAgb.System, WrittenAgb.Value));
        practitioner["active"] = true;
        practitioner["name"] = Name.Json();
        var role = Part.Resource("PractitionerRole", RoleId, "nl-core-HealthProfessional-PractitionerRole");
        role["active"] = true;
        role["practitioner"] = Part.Reference("Practitioner", PractitionerId, Name.Short);
        role["organization"] = Part.Reference("Organization", OrganizationId);
        role["code"] = new JsonArray(Part.Concept(Role));
        role["specialty"] = new JsonArray(Part.Concept(Role));
        role["telecom"] = new JsonArray(Part.Phone(phone, "work"));
        var updated = register.Calendar.Ago(400, 9);
        register.Add(practitioner, updated);
        register.Add(role, updated);
    }
}

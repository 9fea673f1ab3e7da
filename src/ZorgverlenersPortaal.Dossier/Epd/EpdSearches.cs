using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The searches the portal needs, and which way to a doctor's patients an EPD allows (fhir.md §1.1, §1.3). One table for both.</summary>
internal static class EpdSearches
{
    private static readonly (string Type, string[] Parameters)[] _needed =
    [
        ("AllergyIntolerance", ["patient"]), ("Condition", ["patient"]), ("Consent", ["patient"]), ("DocumentReference", ["patient", "status"]),
        ("Encounter", ["patient", "class"]), ("Patient", ["identifier", "general-practitioner"]), ("Practitioner", ["identifier"]), ("PractitionerRole", ["practitioner"]),
    ];

    /// <summary>What the EPD does not name, a type with its parameters at a time.</summary>
    public static IEnumerable<(string Type, IReadOnlyList<string> Parameters)> Missing(CapabilityStatement statement) => _needed
        .Select(need => (need.Type, Parameters: (IReadOnlyList<string>)[.. need.Parameters.Where(p => !Names(statement, need.Type, p))]))
        .Where(need => need.Parameters.Count > 0);

    /// <summary>
    /// The way to go. A statement that names no search parameters at all tells nothing, and R4 has no place to name chains or
    /// modifiers in: so a chain is tried only where the plain way is not there.
    /// </summary>
    public static PatientSearch Choose(PatientSearch setting, CapabilityStatement? statement)
    {
        if (setting != PatientSearch.Auto)
        {
            return setting;
        }
        if (statement?.Find("Patient") is not { SearchParameters.Count: > 0 })
        {
            return PatientSearch.Plain;
        }
        if (Names(statement, "Patient", "general-practitioner"))
        {
            var isPlain = Names(statement, "Practitioner", "identifier") && (statement.Find("PractitionerRole") is null || Names(statement, "PractitionerRole", "practitioner"));
            return isPlain ? PatientSearch.Plain : PatientSearch.Chain;
        }
        return Names(statement, "Encounter", "class") && Names(statement, "Encounter", "date") ? PatientSearch.AdmittedFirst : PatientSearch.Plain;
    }

    private static bool Names(CapabilityStatement statement, string type, string parameter) =>
        statement.Find(type)?.SearchParameters.Contains(parameter, StringComparer.Ordinal) == true;
}

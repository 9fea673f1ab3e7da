namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Scopes of SMART on FHIR, versions 1 (<c>.read</c>) and 2 (<c>.rs</c>), for a system: what was asked against what was granted.</summary>
internal static class SmartScopes
{
    private const string Context = "system/";
    private const string All = "cruds";

    /// <summary>Read and search of every type the portal shows; nothing that writes (R12).</summary>
    public static IReadOnlyList<string> Default { get; } =
    [
        .. from type in (string[])
            [
                "AllergyIntolerance", "Appointment", "Binary", "CareTeam", "Composition", "Condition", "Consent", "DiagnosticReport", "DocumentReference",
                "Encounter", "EpisodeOfCare", "Flag", "Location", "Medication", "MedicationAdministration", "MedicationDispense", "MedicationRequest",
                "MedicationStatement", "Observation", "Organization", "Patient", "Practitioner", "PractitionerRole", "Procedure", "RelatedPerson",
                "ServiceRequest", "Specimen",
            ]
            select $"{Context}{type}.rs",
    ];

    /// <summary>
    /// What of the grant counts: a scope narrowed by a query (<c>?category=…</c>) only where exactly that was asked. Else a
    /// search would come back short without a word, and a short list would look whole (R7).
    /// </summary>
    public static IReadOnlyList<string> Effective(IReadOnlyList<string> asked, IEnumerable<string> granted) =>
        [.. granted.Where(scope => !scope.Contains('?', StringComparison.Ordinal) || asked.Contains(scope, StringComparer.Ordinal))];

    /// <summary>The asked scopes that the grant does not cover.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> asked, IReadOnlyList<string> effective) => [.. asked.Where(scope => !IsCovered(scope, effective))];

    /// <summary>May this type be read (<c>r</c>) or searched (<c>s</c>)?</summary>
    public static bool Allows(IReadOnlyList<string> effective, string type, char permission) =>
        effective.Select(Parse).Any(scope => scope is { } s && (s.Type == "*" || s.Type == type) && s.Permissions.Contains(permission, StringComparison.Ordinal));

    private static bool IsCovered(string asked, IReadOnlyList<string> effective)
    {
        if (effective.Contains(asked, StringComparer.Ordinal))
        {
            return true;
        }
        return Parse(asked) is { } scope && scope.Permissions.All(permission =>
            effective.Where(g => !g.Contains('?', StringComparison.Ordinal)).Select(Parse)
                .Any(g => g is { } given && (given.Type == "*" || given.Type == scope.Type) && given.Permissions.Contains(permission, StringComparison.Ordinal)));
    }

    /// <summary>Null for a scope of another kind (<c>patient/…</c>, <c>openid</c>): it gives a system nothing.</summary>
    private static (string Type, string Permissions)? Parse(string scope)
    {
        if (!scope.StartsWith(Context, StringComparison.Ordinal) || scope.IndexOf('.', StringComparison.Ordinal) is not (> 7 and var dot))
        {
            return null;
        }
        var permissions = scope[(dot + 1)..].Split('?')[0] switch
        {
            "read" => "rs",
            "write" => "cud",
            "*" => All,
            var letters => letters,
        };
        return permissions.Length > 0 && permissions.All(c => All.Contains(c, StringComparison.Ordinal)) ? (scope[Context.Length..dot], permissions) : null;
    }
}

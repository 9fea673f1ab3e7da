using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What the EPD wrote, as far as it says something to a doctor: no OIDs, no "niet beschikbaar" (fhir.md §4.5).</summary>
internal static class Words
{
    private static readonly HashSet<string> _nullFlavors =
        ["http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "http://hl7.org/fhir/v3/NullFlavor", "urn:oid:2.16.840.1.113883.5.1008"];

    /// <summary>Null for a concept that only says why there is none (NullFlavor); OTH may still say something in its text.</summary>
    public static string? Of(CodeableConcept? concept)
    {
        if (concept is null || concept.Codings.Count == 0 || !concept.Codings.All(IsNullFlavor))
        {
            return concept?.Show;
        }
        return concept.Codings.Any(c => c.Code == "OTH") && !concept.Codings.Any(c => c.Display == concept.Text) ? Of(concept.Text) : null;
    }

    /// <summary>Several as one text.</summary>
    public static string? Of(IEnumerable<CodeableConcept?> concepts) => Join(concepts.Select(Of));

    /// <summary>Text that is not blank and not an OID.</summary>
    public static string? Of(string? text) => text is null ? null : new CodeableConcept(text, []).Show;

    /// <summary>Body sites, each with its side.</summary>
    public static string? Sites(IEnumerable<CodeableConcept> sites) =>
        Join(sites.Select(s => string.Join(' ', new[] { Of(s), Of(s.Laterality) }.Where(w => w is not null))));

    /// <summary>What is there, once each, with commas; null when nothing is.</summary>
    public static string? Join(IEnumerable<string?> parts) =>
        string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The name behind a reference: as it says itself, or as the resource contained in <paramref name="owner"/> does.
    /// </summary>
    public static string? Name(FhirReference? reference, Resource owner) =>
        Of(reference?.Display) ?? Contained(reference, owner) switch
        {
            // One step only: a role that points at itself would never end.
            PractitionerRole { Practitioner: { } person } => Of(person.Display) ?? Name(Contained(person, owner)),
            var other => Name(other),
        };

    private static Resource? Contained(FhirReference? reference, Resource owner) =>
        reference?.Reference is { } text && text.StartsWith('#') ? owner.FindContained(text[1..]) : null;

    private static string? Name(Resource? resource) => resource switch
    {
        Practitioner practitioner => practitioner.Names.Select(n => n.Show).FirstOrDefault(n => n is not null),
        Organization organization => Of(organization.Name),
        Location location => Of(location.Name),
        _ => null,
    };

    private static bool IsNullFlavor(Coding coding) => coding.System is not null && _nullFlavors.Contains(coding.System);
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Makes contact persons of RelatedPersons.</summary>
internal static class ContactReader
{
    /// <summary>First and second contact of the Dutch zib (RolCodelijst); HL7's emergency contact.</summary>
    private static readonly CodeList _first = new(["urn:oid:2.16.840.1.113883.2.4.3.11.22.472|01", "http://terminology.hl7.org/CodeSystem/v2-0131|C"]);

    /// <summary>The first contact first; who is no longer one last.</summary>
    public static IReadOnlyList<ContactPerson> Read(IEnumerable<RelatedPerson> persons, DateTimeOffset now) =>
    [
        .. persons.Select(p => Of(p, now)).OrderBy(c => c.IsFormer).ThenByDescending(c => c.IsFirst).ThenBy(c => c.Name, StringComparer.Ordinal),
    ];

    private static ContactPerson Of(RelatedPerson person, DateTimeOffset now) => person.NotUnderstood is not null
        ? new() { Source = person.VersionedReference, Name = "Contactpersoon", IsNotUnderstood = true }
        : new()
        {
            Source = person.VersionedReference,
            Name = person.Names.OrderBy(n => n.Use is "old" or "temp").Select(n => Words.Of(n.Show)).FirstOrDefault(n => n is not null) ?? "naam niet vastgelegd",
            Relationship = Words.Of(person.Relationships),
            IsFirst = _first.HasAny(person.Relationships),
            Phones =
            [
                .. person.Telecom.Where(t => t is { System: "phone", Use: not "old" } && !string.IsNullOrWhiteSpace(t.Value))
                    .OrderByDescending(t => t.Use == "mobile").Select(t => t.Value!).Distinct(StringComparer.Ordinal),
            ],
            IsFormer = person.Active is false || Periods.EndedBefore(person.Period, now),
        };
}

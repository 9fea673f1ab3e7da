using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>
/// Resolves a reference to a doctor or practice to AGB codes: direct, through PractitionerRole, contained, or by identifier
/// only (fhir.md §1.3). A practice's code is not a person's: each is a fact of its own.
/// </summary>
internal sealed class DoctorCodes(IEpd epd, EpdOptions options, TimeProvider clock)
{
    /// <summary>The codes behind a reference that stands in <paramref name="owner"/>. Never throws for what the EPD does.</summary>
    public async Task<RelationFacts> ResolveAsync(
        EpdGrant grant, FhirReference reference, Resource owner, RelationQuestion question, CancellationToken cancellation)
    {
        try
        {
            return new([.. await CodesAsync(grant, reference, owner.Contained, question, cancellation)], null);
        }
        catch (EpdException e)
        {
            return new([], e.Failure == EpdFailure.NotFound ? null : e.Failure);
        }
    }

    /// <summary>An ended or inactive role proves nothing.</summary>
    public static bool IsCurrent(PractitionerRole role, DateTimeOffset now) =>
        role is { Active: not false, NotUnderstood: null } && Periods.Covers(role.Period, now);

    private async Task<IEnumerable<AuditFact>> CodesAsync(
        EpdGrant grant, FhirReference reference, IReadOnlyList<Resource> contained, RelationQuestion question, CancellationToken cancellation)
    {
        var resolved = ReferenceResolver.Resolve(reference, options.Base);
        switch (resolved.Kind)
        {
            case ReferenceKind.Resource when resolved.Type == "Practitioner":
                return Of(await epd.ReadAsync<Practitioner>(grant, EpdQuery.Read("Practitioner", resolved.Id!), cancellation));
            case ReferenceKind.Resource when resolved.Type == "PractitionerRole":
                var read = await epd.ReadAsync<PractitionerRole>(grant, EpdQuery.Read("PractitionerRole", resolved.Id!), cancellation);
                return await OfAsync(grant, read, read.Contained, question, cancellation);
            case ReferenceKind.Resource when resolved.Type == "Organization" && question.Practices:
                return Of(await epd.ReadAsync<Organization>(grant, EpdQuery.Read("Organization", resolved.Id!), cancellation));
            case ReferenceKind.Contained:
                return contained.FirstOrDefault(c => c.Id == resolved.Id) switch
                {
                    Practitioner practitioner => Of(practitioner),
                    PractitionerRole role => await OfAsync(grant, role, contained, question, cancellation),
                    Organization practice when question.Practices => Of(practice),
                    _ => [],
                };
            // Told apart by Reference.type; without it, it can only be the personal code (DESIGN §7).
            case ReferenceKind.IdentifierOnly when reference.Type is null or "Practitioner" or "PractitionerRole":
                return Facts(FactNames.GeneralPractitioner, [reference.Identifier!], "identifier");
            case ReferenceKind.IdentifierOnly when reference.Type is "Organization" && question.Practices:
                return Facts(FactNames.GeneralPractice, [reference.Identifier!], "identifier");
            default:
                return [];
        }
    }

    /// <summary>Contained resources lie side by side in the resource that was read, never inside one another.</summary>
    private async Task<IEnumerable<AuditFact>> OfAsync(
        EpdGrant grant, PractitionerRole role, IReadOnlyList<Resource> contained, RelationQuestion question, CancellationToken cancellation)
    {
        if (IsCurrent(role, clock.GetUtcNow()))
        {
            var practice = question.Practices && role.Organization is { } organization
                ? await CodesAsync(grant, organization, contained, question, cancellation)
                : [];
            // A role that names a person where its organization belongs makes nobody a general practitioner.
            return [.. await PersonAsync(grant, role, contained, cancellation), .. practice.Where(fact => fact.Name == FactNames.GeneralPractice)];
        }
        if (!question.Ended || role.NotUnderstood is not null || !Periods.EndedBefore(role.Period, clock.GetUtcNow()) || Periods.LastDay(role.Period) is not { } day)
        {
            return [];
        }
        var person = await PersonAsync(grant, role, contained, cancellation);
        return person.Select(fact => fact with { Name = FactNames.Ended, Value = $"{fact.Value} {day:yyyy-MM-dd}", Source = role.VersionedReference });
    }

    private async Task<IEnumerable<AuditFact>> PersonAsync(EpdGrant grant, PractitionerRole role, IReadOnlyList<Resource> contained, CancellationToken cancellation)
    {
        if (role.Practitioner is not { } reference)
        {
            return [];
        }
        var resolved = ReferenceResolver.Resolve(reference, options.Base);
        return resolved switch
        {
            { Kind: ReferenceKind.Resource, Type: "Practitioner", Id: { } id } =>
                Of(await epd.ReadAsync<Practitioner>(grant, EpdQuery.Read("Practitioner", id), cancellation)),
            { Kind: ReferenceKind.Contained } when contained.FirstOrDefault(c => c.Id == resolved.Id) is Practitioner practitioner => Of(practitioner),
            { Kind: ReferenceKind.IdentifierOnly } when reference.Type is null or "Practitioner" =>
                Facts(FactNames.GeneralPractitioner, [reference.Identifier!], role.VersionedReference),
            _ => [],
        };
    }

    private IEnumerable<AuditFact> Of(Practitioner practitioner) => practitioner is { Active: false } or { NotUnderstood: not null }
        ? []
        : Facts(FactNames.GeneralPractitioner, practitioner.Identifiers, practitioner.VersionedReference);

    private IEnumerable<AuditFact> Of(Organization practice) => practice is { Active: false } or { NotUnderstood: not null }
        ? []
        : Facts(FactNames.GeneralPractice, practice.Identifiers, practice.VersionedReference);

    private IEnumerable<AuditFact> Facts(string name, IReadOnlyList<Identifier> identifiers, string source)
    {
        var now = clock.GetUtcNow();
        return NamingSystems.AgbOf(identifiers, now).Select(code => new AuditFact(name, code.Value, source, now));
    }
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>
/// Resolves Patient.generalPractitioner to personal AGB codes: direct, through PractitionerRole, contained, or by
/// identifier only (fhir.md §1.3). A practice's code is not a person's and never comes out of here.
/// </summary>
internal sealed class GeneralPractitioners(IEpd epd, EpdOptions options, TimeProvider clock)
{
    public async Task<GeneralPractitionersFound> FindAsync(EpdGrant grant, Patient patient, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(patient.GeneralPractitioners.Select(r => ResolveAsync(grant, r, patient, cancellation)));
        return new([.. found.SelectMany(f => f.Codes)], patient.GeneralPractitioners.Count, found.Select(f => f.Failure).FirstOrDefault(f => f is not null));
    }

    private async Task<GeneralPractitionersFound> ResolveAsync(EpdGrant grant, FhirReference reference, Patient patient, CancellationToken cancellation)
    {
        try
        {
            var codes = await CodesAsync(grant, reference, patient.Contained, cancellation);
            return new([.. codes], 1, null);
        }
        catch (EpdException e) when (e.Failure is EpdFailure.NotFound)
        {
            return new([], 1, null);
        }
        catch (EpdException e)
        {
            return new([], 1, e);
        }
    }

    private async Task<IEnumerable<(AgbCode, string)>> CodesAsync(
        EpdGrant grant, FhirReference reference, IReadOnlyList<Resource> contained, CancellationToken cancellation)
    {
        var resolved = ReferenceResolver.Resolve(reference, options.Base);
        switch (resolved.Kind)
        {
            case ReferenceKind.Resource when resolved.Type == "Practitioner":
                return Of(await epd.ReadAsync<Practitioner>(grant, EpdQuery.Read("Practitioner", resolved.Id!), cancellation));
            case ReferenceKind.Resource when resolved.Type == "PractitionerRole":
                var read = await epd.ReadAsync<PractitionerRole>(grant, EpdQuery.Read("PractitionerRole", resolved.Id!), cancellation);
                return await OfAsync(grant, read, read.Contained, cancellation);
            case ReferenceKind.Contained:
                return contained.FirstOrDefault(c => c.Id == resolved.Id) switch
                {
                    Practitioner practitioner => Of(practitioner),
                    PractitionerRole role => await OfAsync(grant, role, contained, cancellation),
                    _ => [],
                };
            // Told apart by Reference.type; without it, it can only be the personal code (DESIGN §7).
            case ReferenceKind.IdentifierOnly when reference.Type is null or "Practitioner" or "PractitionerRole":
                return NamingSystems.AgbOf([reference.Identifier!]).Select(code => (code, "identifier"));
            default:
                return [];
        }
    }

    private static IEnumerable<(AgbCode, string)> Of(Practitioner practitioner) => practitioner is { Active: false } or { NotUnderstood: not null }
        ? []
        : NamingSystems.AgbOf(practitioner.Identifiers).Select(code => (code, practitioner.VersionedReference));

    /// <summary>Contained resources lie side by side in the resource that was read, never inside one another.</summary>
    private async Task<IEnumerable<(AgbCode, string)>> OfAsync(
        EpdGrant grant, PractitionerRole role, IReadOnlyList<Resource> contained, CancellationToken cancellation)
    {
        if (!IsCurrent(role, clock.GetUtcNow()) || role.Practitioner is not { } reference)
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
                NamingSystems.AgbOf([reference.Identifier!]).Select(code => (code, role.VersionedReference)),
            _ => [],
        };
    }

    /// <summary>An ended or inactive role proves nothing.</summary>
    public static bool IsCurrent(PractitionerRole role, DateTimeOffset now) =>
        role is { Active: not false, NotUnderstood: null } && Periods.Covers(role.Period, now);
}

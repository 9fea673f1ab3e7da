using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>
/// Is a denial that names somebody about this doctor? One judgement for a record that is opened and for a row of a list. An actor is
/// resolved direct, through PractitionerRole, contained, or by identifier only. "Not about her" needs an AGB code on both sides
/// that differs; what else cannot be told is not understood, and an EPD that does not answer is unknown (R10).
/// </summary>
internal sealed class DenialActors(IEpd epd, EpdOptions options)
{
    /// <summary>What the denial means for this doctor; one that names nobody is about everybody.</summary>
    public async Task<ConsentStanding> StandingAsync(EpdGrant grant, Consent denial, CareProvider provider, CancellationToken cancellation)
    {
        if (denial.Provision?.Actors is not { Count: > 0 } actors)
        {
            return ConsentStanding.Objection;
        }
        var about = await Task.WhenAll(actors.Select(actor => OfActorAsync(new(grant, provider, denial.Contained), actor.Reference, cancellation)));
        return about switch
        {
            _ when about.Contains(ConsentStanding.Objection) => ConsentStanding.Objection,
            _ when about.Contains(ConsentStanding.NotUnderstood) => ConsentStanding.NotUnderstood,
            _ when about.Contains(ConsentStanding.Unknown) => ConsentStanding.Unknown,
            _ => ConsentStanding.NoObjection,
        };
    }

    private async Task<ConsentStanding> OfActorAsync(Question question, FhirReference? reference, CancellationToken cancellation)
    {
        try
        {
            return await IsAboutAsync(question, reference, cancellation) switch
            {
                true => ConsentStanding.Objection,
                false => ConsentStanding.NoObjection,
                null => ConsentStanding.NotUnderstood,
            };
        }
        catch (EpdException e)
        {
            // Who is not there will not be there the next time either.
            return e.Failure == EpdFailure.NotFound ? ConsentStanding.NotUnderstood : ConsentStanding.Unknown;
        }
    }

    /// <summary>Null: it cannot be told.</summary>
    private async Task<bool?> IsAboutAsync(Question question, FhirReference? reference, CancellationToken cancellation)
    {
        if (reference is null)
        {
            return null;
        }
        var (grant, provider, contained) = question;
        var resolved = ReferenceResolver.Resolve(reference, options.Base);
        return resolved switch
        {
            { Kind: ReferenceKind.IdentifierOnly } when reference.Type is "Organization" => IsPractice(provider, [reference.Identifier!]),
            // Without a type it is taken for a person's (DESIGN §7), but a number of her practice is hers all the same.
            { Kind: ReferenceKind.IdentifierOnly } => IsPractice(provider, [reference.Identifier!]) == true ? true : IsPerson(provider, [reference.Identifier!]),
            { Kind: ReferenceKind.Contained } => await OfAsync(question, contained.FirstOrDefault(c => c.Id == resolved.Id), cancellation),
            { Kind: ReferenceKind.Resource, Type: "Patient" or "RelatedPerson" } => false,
            { Kind: ReferenceKind.Resource, Type: "Practitioner", Id: { } id } =>
                await OfAsync(question, await epd.ReadAsync<Practitioner>(grant, EpdQuery.Read("Practitioner", id), cancellation), cancellation),
            { Kind: ReferenceKind.Resource, Type: "Organization", Id: { } id } =>
                await OfAsync(question, await epd.ReadAsync<Organization>(grant, EpdQuery.Read("Organization", id), cancellation), cancellation),
            { Kind: ReferenceKind.Resource, Type: "PractitionerRole", Id: { } id } =>
                await OfReadRoleAsync(question, await epd.ReadAsync<PractitionerRole>(grant, EpdQuery.Read("PractitionerRole", id), cancellation), cancellation),
            _ => null,
        };
    }

    /// <summary>Ended and inactive ones too: a denial outlives the role it was written down with.</summary>
    private Task<bool?> OfAsync(Question question, Resource? actor, CancellationToken cancellation) => actor switch
    {
        Practitioner practitioner => Task.FromResult(IfUnderstood(practitioner, IsPerson(question.Provider, practitioner.Identifiers))),
        Organization practice => Task.FromResult(IfUnderstood(practice, IsPractice(question.Provider, practice.Identifiers))),
        PractitionerRole role => OfRoleAsync(question, role, cancellation),
        _ => Task.FromResult<bool?>(null),
    };

    /// <summary>What it refers to inside lies in itself, and not in the Consent.</summary>
    private Task<bool?> OfReadRoleAsync(Question question, PractitionerRole role, CancellationToken cancellation) =>
        OfRoleAsync(question with { Contained = role.Contained }, role, cancellation);

    /// <summary>
    /// A role that names a person is about that person and not about her colleagues of the same practice; one that names only a
    /// practice is about everybody there.
    /// </summary>
    private async Task<bool?> OfRoleAsync(Question question, PractitionerRole role, CancellationToken cancellation)
    {
        var named = role.Practitioner ?? role.Organization;
        // A role that refers to a role is no way to name anybody, and might lead round in a circle.
        return named is null || IsRole(question, ReferenceResolver.Resolve(named, options.Base)) ? null : IfUnderstood(role, await IsAboutAsync(question, named, cancellation));
    }

    private static bool IsRole(Question question, ResolvedReference reference) => reference switch
    {
        { Kind: ReferenceKind.Contained } => question.Contained.Any(c => c.Id == reference.Id && c is PractitionerRole),
        _ => reference.Type is "PractitionerRole",
    };

    /// <summary>What is marked in an unknown way may be somebody else than it says: it can be her, never surely not.</summary>
    private static bool? IfUnderstood(Resource actor, bool? isAbout) => actor.NotUnderstood is not null && isAbout == false ? null : isAbout;

    private static bool? IsPerson(CareProvider provider, IReadOnlyList<Identifier> identifiers) =>
        NamingSystems.HasUzi(identifiers, provider.UziNumber) ? true : IsCode(provider.Agb, identifiers);

    private static bool? IsPractice(CareProvider provider, IReadOnlyList<Identifier> identifiers) =>
        NamingSystems.HasUra(identifiers, provider.Ura) ? true : IsCode(provider.PracticeAgb, identifiers);

    private static bool? IsCode(AgbCode? own, IReadOnlyList<Identifier> identifiers)
    {
        var codes = NamingSystems.AgbOf(identifiers).ToList();
        return own is null || codes.Count == 0 ? null : codes.Contains(own);
    }

    private sealed record Question(EpdGrant Grant, CareProvider Provider, IReadOnlyList<Resource> Contained);
}

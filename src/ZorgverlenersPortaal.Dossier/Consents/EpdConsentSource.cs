using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Privacy Consents of the EPD (R4, scope patient-privacy): a denial in force that is about this doctor.</summary>
internal sealed class EpdConsentSource(IEpd epd, EpdOptions options, TimeProvider clock) : IConsentSource
{
    public string Name => "Epd";

    public async Task<ConsentAnswer> AskAsync(ConsentQuestion question, CancellationToken cancellation)
    {
        // Half of what the decision has: an EPD that hangs on this is an unknown, and leaves time to say so.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds / 2), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var answer = await epd.SearchAsync(question.Probe, EpdQuery.Search("Consent", ("patient", question.Patient.Id!)), both.Token);
            var judged = await Task.WhenAll(answer.Of<Consent>().Where(PrivacyConsent.Is).Select(consent => JudgeAsync(question, consent, both.Token)));
            return judged.OrderBy(one => Weight(one.Standing)).FirstOrDefault() is { Standing: not ConsentStanding.NoObjection } heaviest
                ? heaviest
                : new(answer.IsIncomplete ? ConsentStanding.Unknown : ConsentStanding.NoObjection, Name);
        }
        catch (EpdException e)
        {
            return new(ConsentStanding.Unknown, $"{Name}: {e.Failure}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(ConsentStanding.Unknown, $"{Name}: {EpdFailure.TimedOut}");
        }
    }

    private static int Weight(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Objection => 0,
        ConsentStanding.Unknown => 1,
        ConsentStanding.NoObjection => 2,
    };

    private async Task<ConsentAnswer> JudgeAsync(ConsentQuestion question, Consent consent, CancellationToken cancellation)
    {
        var standing = PrivacyConsent.Standing(consent, clock.GetUtcNow());
        if (standing == ConsentStanding.Objection && consent.Provision?.Actors is { Count: > 0 } actors)
        {
            var about = await Task.WhenAll(actors.Select(actor => IsAboutAsync(question, consent, actor.Reference, cancellation)));
            standing = about switch
            {
                _ when about.Contains(true) => ConsentStanding.Objection,
                _ when about.Contains(null) => ConsentStanding.Unknown,
                _ => ConsentStanding.NoObjection,
            };
        }
        return new(standing, consent.VersionedReference);
    }

    /// <summary>Is this actor the doctor or her practice? Null: it cannot be told.</summary>
    private async Task<bool?> IsAboutAsync(ConsentQuestion question, Consent consent, FhirReference? reference, CancellationToken cancellation)
    {
        if (reference is null)
        {
            return null;
        }
        var resolved = ReferenceResolver.Resolve(reference, options.Base);
        return resolved switch
        {
            { Kind: ReferenceKind.IdentifierOnly } => IsHers(question.Provider, [reference.Identifier!]),
            { Kind: ReferenceKind.Contained } => IsHers(question.Provider, consent.FindContained(resolved.Id!)),
            { Kind: ReferenceKind.Resource, Type: "Patient" or "RelatedPerson" } => false,
            { Kind: ReferenceKind.Resource, Type: "Practitioner", Id: { } id } =>
                IsHers(question.Provider, await epd.ReadAsync<Practitioner>(question.Probe, EpdQuery.Read("Practitioner", id), cancellation)),
            { Kind: ReferenceKind.Resource, Type: "Organization", Id: { } id } =>
                IsHers(question.Provider, await epd.ReadAsync<Organization>(question.Probe, EpdQuery.Read("Organization", id), cancellation)),
            _ => null,
        };
    }

    private static bool? IsHers(CareProvider provider, Resource? actor) => actor switch
    {
        Practitioner practitioner => IsHers(provider, practitioner.Identifiers),
        Organization practice => IsHers(provider, practice.Identifiers),
        _ => null,
    };

    /// <summary>Without an AGB code nobody can tell whose it is.</summary>
    private static bool? IsHers(CareProvider provider, IReadOnlyList<Identifier> identifiers) =>
        NamingSystems.AgbOf(identifiers).ToList() is { Count: > 0 } codes ? codes.Exists(code => code == provider.Agb || code == provider.PracticeAgb) : null;
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Privacy Consents of the EPD (R4, scope patient-privacy): a denial in force that is about this doctor.</summary>
internal sealed class EpdConsentSource(IEpd epd, DenialActors actors, EpdOptions options, TimeProvider clock) : IConsentSource
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
            question.Read?.Invoke(answer);
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

    /// <summary>The heaviest counts: an objection before what is not known.</summary>
    internal static int Weight(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Objection => 0,
        ConsentStanding.NotUnderstood => 1,
        ConsentStanding.Unknown => 2,
        ConsentStanding.NoObjection => 3,
    };

    private async Task<ConsentAnswer> JudgeAsync(ConsentQuestion question, Consent consent, CancellationToken cancellation)
    {
        var standing = PrivacyConsent.Standing(consent, clock.GetUtcNow());
        return new(
            standing == ConsentStanding.Objection ? await actors.StandingAsync(question.Probe, consent, question.Provider, cancellation) : standing,
            consent.VersionedReference);
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>
/// Asks every source at once whether the patient objects to this doctor, and gives what they said as facts: <c>objection</c> closes
/// (value <c>PatientWish</c>, <c>NotUnderstood</c> where the hospital closes for that, or <c>Unknown</c> where a source could not tell), <c>objection.unknown</c> was let pass by setting.
/// To be told only once a relation, delegation or emergency is proven (R16).
/// </summary>
internal sealed class Objections(IEnumerable<IConsentSource> sources, ConsentOptions options, TimeProvider clock)
{
    /// <summary>Value of the fact when the patient said so.</summary>
    public const string PatientWish = "PatientWish";

    /// <summary>Value of the fact when a source could not be asked or understood.</summary>
    public const string Unknown = "Unknown";

    private readonly IReadOnlyList<IConsentSource> _sources = [.. sources];

    /// <summary>Value of the fact when something is recorded that nobody understands, and the hospital closes for that.</summary>
    public const string NotUnderstood = "NotUnderstood";

    /// <summary>The facts of every source; none but <c>objection.asked</c> when all said no. Nothing is asked twice or kept.</summary>
    public async Task<IReadOnlyList<AuditFact>> FindAsync(EpdGrant probe, Patient patient, CareProvider provider, CancellationToken cancellation, Action<EpdAnswer>? read = null)
    {
        var question = new ConsentQuestion(probe, patient, provider) { Read = read };
        var answers = await Task.WhenAll(_sources.Select(source => source.AskAsync(question, cancellation)));
        var now = clock.GetUtcNow();
        List<AuditFact> facts =
        [
            new(FactNames.ObjectionAsked, string.Join(',', _sources.Select(source => source.Name)), "settings", now),
            .. answers.Where(answer => options.Closes(answer.Standing))
                .Select(answer => new AuditFact(FactNames.Objection, answer.Standing == ConsentStanding.Objection ? PatientWish : NotUnderstood, answer.Source, now)),
            .. answers.Where(answer => options.IsUnclear(answer.Standing))
                .Select(answer => new AuditFact(options.OpenWhenUnknown ? FactNames.ObjectionUnknown : FactNames.Objection, Unknown, answer.Source, now)),
        ];
        if (options.OpensInEmergency && facts.Exists(fact => fact.Name == FactNames.Objection))
        {
            facts.Add(new(FactNames.EmergencyOpensObjection, "yes", "settings", now));
        }
        return facts;
    }
}

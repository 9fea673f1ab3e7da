using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>Facts about a patient's doctors.</summary>
/// <param name="Facts">Each code with the reference it was found through.</param>
/// <param name="Failure">The failure that kept a reference from being resolved, if any.</param>
internal sealed record RelationFacts(IReadOnlyList<AuditFact> Facts, EpdFailure? Failure)
{
    public static RelationFacts Of(IEnumerable<RelationFacts> all)
    {
        var list = all.ToList();
        return new([.. list.SelectMany(one => one.Facts)], list.Select(one => one.Failure).FirstOrDefault(failure => failure is not null));
    }
}

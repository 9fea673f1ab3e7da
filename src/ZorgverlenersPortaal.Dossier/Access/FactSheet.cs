using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The facts of one decision, looked up by name.</summary>
internal sealed class FactSheet(IReadOnlyList<AuditFact> facts)
{
    public bool Has(string name) => facts.Any(fact => fact.Name == name);

    public AuditFact? First(string name) => facts.FirstOrDefault(fact => fact.Name == name);

    public IEnumerable<AuditFact> All(string name) => facts.Where(fact => fact.Name == name);

    /// <summary>Is there such a fact with this value? A value that is not there equals nothing.</summary>
    public bool Has(string name, string? value) => value is not null && facts.Any(fact => fact.Name == name && fact.Value == value);

    /// <summary>Is this one of the comma-separated values of a fact?</summary>
    public bool Lists(string name, string? value) => value is not null && First(name) is { } fact && fact.Value.Split(',').Contains(value, StringComparer.Ordinal);
}

using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>_id: one of these logical ids.</summary>
internal sealed class IdCriterion(string value) : Criterion
{
    private readonly HashSet<string> _ids = new(Alternatives(value), StringComparer.Ordinal);

    public override bool Matches(StoredResource resource) => _ids.Contains(resource.Id);

    public override IReadOnlyList<StoredResource> Candidates(ResourceStore store, string type) =>
        [.. _ids.Select(id => store.Find(type, id)).OfType<StoredResource>()];
}

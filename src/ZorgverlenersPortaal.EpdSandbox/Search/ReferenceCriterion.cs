using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>A reference to one of these targets; a target without a type is any resource with that id.</summary>
internal sealed class ReferenceCriterion(string parameter, IReadOnlyCollection<(string? Type, string Id)> targets)
    : Criterion
{
    private readonly HashSet<(string?, string)> _targets = [.. targets];

    /// <summary>
    /// The targets in a parameter's value: id, Type/id or an address of this server; anything else finds nothing.
    /// </summary>
    public static ReferenceCriterion Of(SearchParameter parameter, string? type, string value) =>
        new(parameter.Name, [.. Alternatives(value).Select(text => Target(text, type ?? parameter.Target))]);

    public override bool Matches(StoredResource resource) =>
        Array.Exists(
            resource.Values,
            found =>
                Is(found.Parameter, parameter)
                && (_targets.Contains((found.System, found.Code)) || _targets.Contains((null, found.Code))));

    public override IReadOnlyList<StoredResource> Candidates(ResourceStore store, string type) =>
        store.ByCode(type, parameter, _targets.Select(target => target.Item2));

    private static (string?, string) Target(string text, string? type) =>
        !text.Contains('/', StringComparison.Ordinal) ? (type, text)
        : ReferenceText.TryRead(text, out var named, out var id) ? (named, id)
        : ("", text);
}

using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>:missing=true: without any value for the parameter; :missing=false: with one.</summary>
internal sealed class MissingCriterion(string parameter, bool missing) : Criterion
{
    public override bool Matches(StoredResource resource) =>
        missing != Array.Exists(resource.Values, found => Is(found.Parameter, parameter));
}

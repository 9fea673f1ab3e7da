using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// One _include or _revinclude: which references to follow, and whether also from what was itself included.
/// </summary>
internal sealed record IncludeRule(string Source, string Parameter, string? Target, bool Reverse, bool Iterate)
{
    /// <summary>Reads Source:parameter[:Target]; null where that is no reference parameter this server knows.</summary>
    public static IncludeRule? Read(string value, bool reverse, bool iterate)
    {
        var parts = value.Split(':');
        return
            parts.Length is 2 or 3 && SearchParameterTable.Find(parts[0], parts[1]) is { Kind: ParameterKind.Reference }
            ? new IncludeRule(parts[0], parts[1], parts.Length == 3 ? parts[2] : null, reverse, iterate)
            : null;
    }

    /// <summary>What this rule adds for one resource.</summary>
    public IEnumerable<StoredResource> Follow(StoredResource resource, ResourceStore store)
    {
        if (Reverse)
        {
            return store
                .ByCode(Source, Parameter, [resource.Id])
                .Where(other =>
                    Array.Exists(
                        other.Values,
                        value =>
                            Is(value.Parameter, Parameter)
                            && Is(value.Code, resource.Id)
                            && Is(value.System, resource.Type)))
                .OrderBy(other => other.Sequence);
        }

        return !Is(resource.Type, Source)
            ? []
            : resource
                .Values.Where(value => Is(value.Parameter, Parameter) && (Target is null || Is(Target, value.System)))
                .Select(value => store.Find(value.System, value.Code))
                .OfType<StoredResource>();
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}

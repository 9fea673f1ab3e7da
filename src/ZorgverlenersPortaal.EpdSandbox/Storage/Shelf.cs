namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>The resources of one type with their inverted index; the store's lock guards it.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, StoredResource> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Parameter, string Code), List<StoredResource>> _byCode = [];
    private readonly Dictionary<string, List<StoredResource>> _earlier = new(StringComparer.Ordinal);
    private StoredResource[]? _ordered;

    public StoredResource? Find(string id) => _byId.GetValueOrDefault(id);

    public StoredResource[] All() => _ordered ??= [.. _byId.Values.OrderBy(resource => resource.Sequence)];

    /// <summary>Every version, the newest first; empty for what is not there.</summary>
    public IReadOnlyList<StoredResource> History(string id) =>
        Find(id) is { } current ? [current, .. Enumerable.Reverse(_earlier.GetValueOrDefault(id) ?? [])] : [];

    public void Put(StoredResource resource, StoredResource? before)
    {
        if (before is not null)
        {
            Forget(before);
            if (!_earlier.TryGetValue(before.Id, out var earlier))
            {
                _earlier[before.Id] = earlier = [];
            }

            earlier.Add(before);
        }

        _byId[resource.Id] = resource;
        _ordered = null;
        foreach (var key in Keys(resource))
        {
            if (!_byCode.TryGetValue(key, out var list))
            {
                _byCode[key] = list = [];
            }

            list.Add(resource);
        }
    }

    public bool Remove(string id)
    {
        if (!_byId.Remove(id, out var resource))
        {
            return false;
        }

        Forget(resource);
        _earlier.Remove(id);
        _ordered = null;
        return true;
    }

    public IReadOnlyList<StoredResource> ByCode(string parameter, IEnumerable<string> codes)
    {
        var found = new HashSet<StoredResource>();
        foreach (var code in codes)
        {
            if (_byCode.TryGetValue((parameter, code), out var list))
            {
                found.UnionWith(list);
            }
        }

        return [.. found];
    }

    private void Forget(StoredResource resource)
    {
        foreach (var key in Keys(resource))
        {
            _byCode[key].Remove(resource);
        }
    }

    private static IEnumerable<(string, string)> Keys(StoredResource resource) =>
        resource
            .Values.Where(value => value.Low == 0 && value.High == 0)
            .Select(value => (value.Parameter, value.Code))
            .Distinct();
}

using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// All resources in memory with their earlier versions; the current ones are found by type and id, or by token and reference. Safe for many threads.
/// </summary>
internal sealed class ResourceStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private long _sequence;

    public IReadOnlyList<string> Types
    {
        get
        {
            lock (_gate)
            {
                return [.. _shelves.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>
    /// Adds or replaces a resource; a replaced one keeps its place in the order and gets the next version number.
    /// </summary>
    public StoredResource Put(ResourceDraft draft)
    {
        lock (_gate)
        {
            if (!_shelves.TryGetValue(draft.Type, out var shelf))
            {
                _shelves[draft.Type] = shelf = new Shelf();
            }

            var before = shelf.Find(draft.Id);
            var resource = draft.Store(before?.Sequence ?? ++_sequence, NextVersion(before));
            shelf.Put(resource, before);
            return resource;
        }
    }

    public bool Remove(string type, string id)
    {
        lock (_gate)
        {
            return _shelves.TryGetValue(type, out var shelf) && shelf.Remove(id);
        }
    }

    public StoredResource? Find(string type, string id)
    {
        lock (_gate)
        {
            return _shelves.TryGetValue(type, out var shelf) ? shelf.Find(id) : null;
        }
    }

    /// <summary>Every version of a resource, the newest first.</summary>
    public IReadOnlyList<StoredResource> History(string type, string id)
    {
        lock (_gate)
        {
            return _shelves.TryGetValue(type, out var shelf) ? shelf.History(id) : [];
        }
    }

    /// <summary>Every resource of a type, in order of arrival.</summary>
    public IReadOnlyList<StoredResource> All(string type)
    {
        lock (_gate)
        {
            return _shelves.TryGetValue(type, out var shelf) ? shelf.All() : [];
        }
    }

    /// <summary>
    /// The resources with one of these codes (or reference ids) under a parameter; unordered, systems not yet compared.
    /// </summary>
    public IReadOnlyList<StoredResource> ByCode(string type, string parameter, IEnumerable<string> codes)
    {
        lock (_gate)
        {
            return _shelves.TryGetValue(type, out var shelf) ? shelf.ByCode(parameter, codes) : [];
        }
    }

    private static string? NextVersion(StoredResource? before) =>
        before is null ? null : IndexText.Number(IndexText.ParseNumber(before.Version) + 1);
}

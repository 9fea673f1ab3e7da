namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>What a doctor saw before of one patient's record, or of her lists. Collects what this page shows; <see cref="KeepAsync"/> keeps it.</summary>
public sealed class SeenBefore
{
    private readonly SeenBook? _book;
    private readonly MemorySeal? _seal;
    private readonly Dictionary<string, SeenShelf> _shelves;
    private readonly List<SeenLook> _looks = [];

    internal SeenBefore(SeenBook book, MemorySeal seal, SeenSubject subject, Dictionary<string, SeenShelf> shelves) =>
        (_book, _seal, Subject, _shelves) = (book, seal, subject, shelves);

    private SeenBefore() => (Subject, _shelves) = (new("", "", false), []);

    /// <summary>Nothing is marked and nothing is kept: a look in an emergency leaves nothing behind.</summary>
    public static SeenBefore Nothing => new();

    /// <summary>Looks are remembered here.</summary>
    public bool IsKept => _book is not null;

    internal SeenSubject Subject { get; }

    /// <summary>She never looked at this part before: nothing of it is new.</summary>
    public bool IsFirst(string area) => !_shelves.ContainsKey(area);

    /// <summary>New, changed, or neither. What she saw in another part she has seen.</summary>
    public NewMark Of(string area, SeenItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_seal is null || IsFirst(area))
        {
            return NewMark.None;
        }
        var seen = Versions(item.Id);
        return seen.Count > 0
            ? seen.Contains(_seal.Item(Subject.Seal, item.Version)) ? NewMark.None : NewMark.Changed
            : item.Replaces.Any(earlier => Versions(earlier).Count > 0) ? NewMark.Changed : NewMark.New;
    }

    /// <summary>Says what this page shows of a part.</summary>
    public void Shows(SeenLook look) => _looks.Add(look);

    /// <summary>Remembers what was shown. To be called when it has been.</summary>
    public Task KeepAsync(CancellationToken gone) =>
        _book is null || gone.IsCancellationRequested ? Task.CompletedTask : _book.KeepAsync(this, _looks);

    internal SeenShelf? Shelf(string area) => _shelves.GetValueOrDefault(area);

    /// <summary>What stands in the database of a part after this look.</summary>
    internal byte[] After(SeenShelf? shelf, SeenLook look) => SeenShelf.After(shelf, [.. look.There.Select(Hashes)], look.Shown.Select(Hashes), look.IsWhole);

    private (long, long) Hashes(SeenItem item) => (_seal!.Item(Subject.Seal, item.Id), _seal.Item(Subject.Seal, item.Version));

    private List<long> Versions(string id)
    {
        var item = _seal!.Item(Subject.Seal, id);
        return [.. _shelves.Values.Select(shelf => shelf.Version(item)).OfType<long>()];
    }
}

using System.Buffers.Binary;

namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>The items of one part that a doctor knows, each with the version she saw: hashes of 8 bytes each.</summary>
internal sealed class SeenShelf
{
    /// <summary>More are not kept of one part; what falls out counts as new once more.</summary>
    private const int Most = 5000;

    private const int Row = 2 * sizeof(long);
    private readonly Dictionary<long, long> _versions;
    private readonly byte[] _bytes;
    private readonly string _looked;

    private SeenShelf(Dictionary<long, long> versions, byte[] bytes, string looked) => (_versions, _bytes, _looked) = (versions, bytes, looked);

    /// <summary>What stands in the database, and the day of the last look.</summary>
    public static SeenShelf Read(byte[] bytes, string looked)
    {
        Dictionary<long, long> versions = [];
        for (var at = 0; at + Row <= bytes.Length; at += Row)
        {
            versions[BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at))] = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at + sizeof(long)));
        }
        return new(versions, bytes, looked);
    }

    /// <summary>The version that was seen; null when none was.</summary>
    public long? Version(long item) => _versions.TryGetValue(item, out var version) ? version : null;

    /// <summary>The database says this already.</summary>
    public bool Is(byte[] bytes, string looked) => looked == _looked && bytes.AsSpan().SequenceEqual(_bytes);

    /// <summary>
    /// What she knows after a look. At the first one all that is there counts as known; later only what was shown. What is gone from
    /// a whole answer is forgotten.
    /// </summary>
    public static byte[] After(SeenShelf? before, IReadOnlyList<(long Item, long Version)> there, IEnumerable<(long Item, long Version)> shown, bool isWhole)
    {
        var still = there.Select(one => one.Item).ToHashSet();
        var known = before is null
            ? there
            : before._versions.Where(one => !isWhole || still.Contains(one.Key)).Select(one => (one.Key, one.Value));
        // First what was shown just now, so that the bound takes the others.
        var rows = shown.Concat(known).DistinctBy(one => one.Item1).Take(Most).OrderBy(one => one.Item1).ToList();
        var bytes = new byte[rows.Count * Row];
        foreach (var (place, (item, version)) in rows.Index())
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(place * Row), item);
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan((place * Row) + sizeof(long)), version);
        }
        return bytes;
    }
}

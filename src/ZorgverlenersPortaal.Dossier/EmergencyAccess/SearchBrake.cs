using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Counts the searches of one doctor that found nobody in the last quarter of an hour, for all nodes together. A search is
/// counted before it is made and taken back when it found somebody, so that many at once gain nothing. Throws
/// <see cref="SharedStateUnavailableException"/>: no count, no search.
/// </summary>
internal sealed class SearchBrake(ISharedState state, EmergencyOptions options, TimeProvider clock)
{
    private const int Attempts = 20;
    private const int Width = sizeof(long);
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(15);

    /// <summary>The mark of this search, to take back; null when there were too many.</summary>
    public async Task<long?> EnterAsync(SearchKind kind, Visit visit, CancellationToken cancellation)
    {
        long? mine = null;
        await ChangeAsync(Key(kind, visit), marks =>
        {
            mine = null;
            if (marks.Count >= options.SearchesPerQuarter)
            {
                return null;
            }
            // Two at the same moment need marks of their own.
            mine = clock.GetUtcNow().UtcTicks;
            while (marks.Contains(mine.Value))
            {
                mine++;
            }
            return [.. marks, mine.Value];
        }, cancellation);
        return mine;
    }

    /// <summary>It found somebody, or the EPD could not tell: it does not count.</summary>
    public Task LeaveAsync(SearchKind kind, Visit visit, long mark) =>
        ChangeAsync(Key(kind, visit), marks => marks.Contains(mark) ? [.. marks.Where(one => one != mark)] : null, CancellationToken.None);

    private async Task ChangeAsync(string key, Func<IReadOnlyList<long>, IReadOnlyList<long>?> change, CancellationToken cancellation)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var kept = await state.GetAsync(key, cancellation);
            var oldest = (clock.GetUtcNow() - _window).UtcTicks;
            if (change([.. Read(kept).Where(mark => mark > oldest)]) is not { } changed
                || await state.ReplaceAsync(key, kept, Write(changed), _window, cancellation))
            {
                return;
            }
        }
        throw new SharedStateUnavailableException("The searches of one doctor change too fast to be counted.");
    }

    private static IEnumerable<long> Read(byte[]? kept)
    {
        for (var at = 0; kept is not null && at + Width <= kept.Length; at += Width)
        {
            yield return BinaryPrimitives.ReadInt64BigEndian(kept.AsSpan(at));
        }
    }

    private static byte[] Write(IReadOnlyList<long> marks)
    {
        var bytes = new byte[marks.Count * Width];
        for (var i = 0; i < marks.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * Width), marks[i]);
        }
        return bytes;
    }

    /// <summary>Hashed: the shared state holds no numbers of people.</summary>
    private static string Key(SearchKind kind, Visit visit) =>
        $"searches:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{visit.Provider.UziNumber}")))}";
}

using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// The pages behind next links, by a token that says nothing; the oldest are forgotten, as an EPD's are.
/// </summary>
internal sealed class PageStore
{
    private const int Kept = 5000;
    private readonly ConcurrentDictionary<string, SearchPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public string Keep(SearchPage page)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        _pages[token] = page;
        _order.Enqueue(token);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _pages.TryRemove(oldest, out _);
        }

        return token;
    }

    public SearchPage? Find(string token) => _pages.GetValueOrDefault(token);

    /// <summary>Forgets every page: next links handed out before are answered with 410.</summary>
    public void Forget() => _pages.Clear();
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Fetches the lists at the configured addresses and keeps the last good ones on disk (security.md §4.2). Background only:
/// a look-up in the store never waits for it. No address that a card names is ever called.
/// </summary>
/// <param name="addresses">http or https; whose list it is, the list itself says and proves.</param>
/// <param name="folder">For the last good lists, so that a restart without a network still knows them.</param>
/// <param name="store">Takes the lists, or refuses them.</param>
/// <param name="issuers">The configured CAs.</param>
/// <param name="clock">Times the wait.</param>
public sealed class RevocationFetcher(
    IReadOnlyList<Uri> addresses,
    string folder,
    RevocationStore store,
    IReadOnlyList<X509Certificate2> issuers,
    TimeProvider clock) : IDisposable
{
    private const int Limit = 32 * 1024 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker _http = RevocationHttp.NewInvoker();

    private readonly ConcurrentDictionary<Uri, (string Tag, CrlOutcome Outcome)> _taken = new();

    /// <summary>Offers the lists of the last run to the store, which judges them like any other.</summary>
    public IReadOnlyList<CrlLoad> LoadKept() =>
        addresses.Count == 0 ? [] : new RevocationFolder(folder, store, issuers, RevocationOrigin.Cache).Load();

    /// <summary>
    /// Asks every address once, all at the same time, at most five seconds each. Never throws for an address or the disk:
    /// what went wrong is in the outcome, and the last good list stays.
    /// </summary>
    public async Task<IReadOnlyList<CrlLoad>> FetchAsync(CancellationToken cancellation)
    {
        var loads = await Task.WhenAll(addresses.Select(address => FetchAsync(address, cancellation)));
        return [.. loads.SelectMany(load => load)];
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<CrlLoad>> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var known = _taken.TryGetValue(address, out var taken);
            if (known)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", taken.Tag);
            }

            using var response = await _http.SendAsync(request, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.NotModified when known => [new(address.AbsoluteUri, taken.Outcome)],
                HttpStatusCode.OK => Take(address, response, await RevocationHttp.ReadAsync(response.Content, Limit, either.Token)),
                _ => [Unreachable(address, $"answered {(int)response.StatusCode}")],
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [Unreachable(address, $"no complete answer in {_patience.TotalSeconds} s")];
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return [Unreachable(address, e.Message)];
        }
    }

    private IReadOnlyList<CrlLoad> Take(Uri address, HttpResponseMessage response, byte[]? der)
    {
        _taken.TryRemove(address, out _);
        if (der is null)
        {
            return [new(address.AbsoluteUri, new(CrlRefusal.TooLarge, "", $"more than {Limit} bytes"))];
        }

        var load = new CrlLoad(address.AbsoluteUri, store.Add(der, issuers, RevocationOrigin.Address));
        if (!load.Outcome.Accepted)
        {
            return [load];
        }

        if (response.Headers.ETag is { } tag)
        {
            _taken[address] = (tag.ToString(), load.Outcome);
        }

        return Keep(address, der) is { } fault ? [load, fault] : [load];
    }

    private CrlLoad? Keep(Uri address, byte[] der)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, 8));
        var path = Path.Combine(folder, name + ".crl");
        var temporary = $"{path}.{Environment.ProcessId}.new";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.WriteThrough))
            {
                file.Write(der);
            }

            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(path, new(CrlRefusal.Unreadable, "", LogText.Encode("could not be kept: " + e.Message)));
        }
    }

    private static CrlLoad Unreachable(Uri address, string detail) =>
        new(address.AbsoluteUri, new(CrlRefusal.Unreachable, "", LogText.Encode(detail)));
}

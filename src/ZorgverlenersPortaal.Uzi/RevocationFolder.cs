using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// A folder that somebody feeds with lists (*.crl, *.pem; DER or PEM), read again whenever asked. One caller at a time.
/// </summary>
/// <param name="folder">Empty: there is none, and nothing is ever loaded.</param>
/// <param name="store">Takes the lists, or refuses them.</param>
/// <param name="issuers">The configured CAs.</param>
/// <param name="origin">What the folder is.</param>
public sealed class RevocationFolder(
    string folder, RevocationStore store, IReadOnlyList<X509Certificate2> issuers, RevocationOrigin origin = RevocationOrigin.Folder)
{
    private const int Limit = 48 * 1024 * 1024; // 32 MB of DER grows by a third and line ends in PEM

    private readonly Dictionary<string, (long Length, DateTime Written, IReadOnlyList<CrlLoad> Loads)> _taken =
        new(StringComparer.Ordinal);

    /// <summary>
    /// Offers every list to the store; a file that is unchanged since it was taken keeps its outcome unread. Never
    /// throws for a file or folder: what cannot be read is <see cref="CrlRefusal.Unreadable"/>, and the last good list
    /// stays.
    /// </summary>
    public IReadOnlyList<CrlLoad> Load()
    {
        if (folder.Length == 0)
        {
            return [];
        }

        try
        {
            return [.. Directory.EnumerateFiles(folder)
                .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".CRL" or ".PEM")
                .Order(StringComparer.Ordinal)
                .SelectMany(LoadFile)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(folder, e)];
        }
    }

    private IReadOnlyList<CrlLoad> LoadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (_taken.TryGetValue(path, out var taken)
                && taken.Length == file.Length
                && taken.Written == file.LastWriteTimeUtc)
            {
                return taken.Loads;
            }

            IReadOnlyList<CrlLoad> loads = file.Length > Limit
                ? [new(path, new(CrlRefusal.TooLarge, "", $"{file.Length} bytes, more than {Limit}"))]
                : [.. ReadLists(File.ReadAllBytes(path)).Select(der => new CrlLoad(path, store.Add(der, issuers, origin)))];
            if (loads.All(load => load.Outcome.Accepted))
            {
                _taken[path] = (file.Length, file.LastWriteTimeUtc, loads);
            }

            return loads;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(path, e)];
        }
    }

    private static List<byte[]> ReadLists(byte[] bytes)
    {
        const string Label = "X509 CRL";
        if (bytes.AsSpan().IndexOf("-----BEGIN "u8) < 0)
        {
            return [bytes];
        }

        var lists = new List<byte[]>();
        var rest = Encoding.ASCII.GetString(bytes).AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].SequenceEqual(Label))
            {
                lists.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            }

            rest = rest[fields.Location.End..];
        }

        return lists.Count > 0 ? lists : [bytes]; // refused as malformed, so that the file shows up
    }

    private static CrlLoad Unreadable(string path, Exception e) =>
        new(path, new CrlOutcome(CrlRefusal.Unreadable, "", LogText.Encode(e.Message)));
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// The data-protection keys of all nodes in the shared state. Each key is encrypted with the certificate; the ring as a whole
/// is signed with it: data protection takes any key it finds, so whoever could write to the state could otherwise plant one
/// of his own and make sessions with it.
/// </summary>
public sealed partial class SharedKeyRing(ISharedState state, X509Certificate2 certificate, ILogger<SharedKeyRing> logger) : IXmlRepository
{
    private const int Attempts = 20;

    /// <summary>Longer than a key of 90 days is in use; every new key starts it again.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(365);

    // Another certificate is another ring: nodes with the old and the new one do not throw away each other's keys.
    private readonly string _key = "keys:" + certificate.GetCertHashString(HashAlgorithmName.SHA256);
    private readonly Lock _gate = new();
    private Dictionary<string, XElement> _known = new(StringComparer.Ordinal);

    /// <summary>Every key of the ring. A ring that this certificate did not sign is as good as none.</summary>
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        Learn((await ReadAsync()).Elements);
        lock (_gate)
        {
            return (IReadOnlyCollection<XElement>)[.. _known.Values.Select(e => new XElement(e))];
        }
    });

    /// <summary>Adds a key; another node may add one at the same time, and neither is lost.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        Wait(async () =>
        {
            // Read back once, it is written the same way ever after: two of the same are known by that.
            Learn([XElement.Parse(element.ToString(SaveOptions.DisableFormatting))]);
            await WriteAsync();
            return true;
        });
    }

    /// <summary>
    /// Puts back what was lost (FLUSHALL, a restored backup), and learns what other nodes added. True when there was
    /// something to learn: the keys in use are then to be read again.
    /// </summary>
    public async Task<bool> MeetAsync()
    {
        var (_, there) = await ReadAsync();
        var learned = Learn(there);
        int known;
        lock (_gate)
        {
            known = _known.Count;
        }
        if (known > there.Count)
        {
            await WriteAsync();
        }
        return learned;
    }

    private async Task WriteAsync()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (kept, there) = await ReadAsync();
            Learn(there);
            if (await state.ReplaceAsync(_key, kept, Sign(), _lifetime, CancellationToken.None))
            {
                return;
            }
        }
        throw new SharedStateUnavailableException("The key ring changed faster than it could be written.");
    }

    private bool Learn(IReadOnlyCollection<XElement> elements)
    {
        lock (_gate)
        {
            var known = new Dictionary<string, XElement>(_known, StringComparer.Ordinal);
            foreach (var element in elements)
            {
                known.TryAdd(element.ToString(SaveOptions.DisableFormatting), element);
            }
            var learned = known.Count > _known.Count;
            _known = known;
            return learned;
        }
    }

    private async Task<(byte[]? Kept, IReadOnlyCollection<XElement> Elements)> ReadAsync()
    {
        var kept = await state.GetAsync(_key, CancellationToken.None);
        if (kept is null)
        {
            return (null, []);
        }
        if (Verify(kept) is { } ring)
        {
            return (kept, [.. ring.Elements()]);
        }
        NotSigned(_key);
        return (kept, []);
    }

    private byte[] Sign()
    {
        XElement ring;
        lock (_gate)
        {
            ring = new XElement("keys", _known.Values);
        }
        using var key = certificate.GetRSAPrivateKey()!;
        var text = Encoding.UTF8.GetBytes(ring.ToString(SaveOptions.DisableFormatting));
        return [.. key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), .. text];
    }

    private XElement? Verify(byte[] kept)
    {
        using var key = certificate.GetRSAPublicKey()!;
        var size = key.KeySize / 8;
        if (kept.Length <= size || !key.VerifyData(kept.AsSpan(size), kept.AsSpan(0, size), HashAlgorithmName.SHA256, RSASignaturePadding.Pss))
        {
            return null;
        }
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(kept, size, kept.Length - size));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Data protection asks synchronously, now and then on a thread that answers of Redis come in on.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();

    [LoggerMessage(1203, LogLevel.Error, "The key ring {Key} in the shared state is not signed by State:KeyCertificate; it was edited, and is not used")]
    private partial void NotSigned(string key);
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// A handle that was read: what it stands for, and the makings of handles that are good only under it. Those are sealed with a
/// key that lies inside the handle itself, so that a page with hundreds of them asks Data Protection once (docs/adr/0007).
/// </summary>
public sealed class OpenedHandle : IDisposable
{
    internal const int KeyLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly AesGcm _aes;
    private readonly byte[] _nonce = RandomNumberGenerator.GetBytes(NonceLength);

    internal OpenedHandle(ReadOnlySpan<byte> key, string id) => (_aes, Id) = (new(key, TagLength), id);

    /// <summary>The EPD id.</summary>
    public string Id { get; }

    /// <summary>A handle for one EPD id under this one; kinds are not interchangeable.</summary>
    public string Make(string kind, string id)
    {
        var plain = Encoding.UTF8.GetBytes(id);
        var made = new byte[NonceLength + plain.Length + TagLength];
        _nonce.CopyTo(made, 0);
        _aes.Encrypt(_nonce, plain, made.AsSpan(NonceLength, plain.Length), made.AsSpan(^TagLength..), Encoding.UTF8.GetBytes(kind));
        // From a random start every nonce is used once: asking for random bytes each time costs more than the sealing.
        var counter = _nonce.AsSpan(^sizeof(uint)..);
        BinaryPrimitives.WriteUInt32BigEndian(counter, unchecked(BinaryPrimitives.ReadUInt32BigEndian(counter) + 1));
        return Base64Url.EncodeToString(made);
    }

    /// <summary>The EPD id, or null for what was not made under this handle.</summary>
    public string? Read(string kind, string? handle)
    {
        if (handle is null or { Length: > HandleProtector.MaximumLength })
        {
            return null;
        }
        try
        {
            var made = Base64Url.DecodeFromChars(handle);
            if (made.Length <= NonceLength + TagLength)
            {
                return null;
            }
            var plain = new byte[made.Length - NonceLength - TagLength];
            _aes.Decrypt(made.AsSpan(0, NonceLength), made.AsSpan(NonceLength, plain.Length), made.AsSpan(^TagLength..), plain, Encoding.UTF8.GetBytes(kind));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _aes.Dispose();
}

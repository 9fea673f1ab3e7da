using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Checkpoints;

/// <summary>What a node swears about its trail: how many records it had at a time, and the hash of the last one.</summary>
/// <param name="Node">The node.</param>
/// <param name="Size">The number of records, which is the sequence of the last one.</param>
/// <param name="Head">Its hash, in lower-case hexadecimal.</param>
/// <param name="Time">When, in UTC with milliseconds.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the length-prefixed fields, in base64.</param>
internal sealed record Checkpoint(string Node, long Size, string Head, string Time, string Signature)
{
    // Keeps a signature of this key from meaning anything else.
    private const string Purpose = "ZorgverlenersPortaal audit checkpoint 1";

    private static readonly JsonSerializerOptions _strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static Checkpoint Sign(string node, long size, ReadOnlySpan<byte> head, string time, ECDsa key)
    {
        var unsigned = new Checkpoint(node, size, Convert.ToHexStringLower(head), time, Signature: "");
        var signature = key.SignData(unsigned.SignedBytes(), HashAlgorithmName.SHA256);
        return unsigned with { Signature = Convert.ToBase64String(signature) };
    }

    /// <summary>The checkpoint on a line, or null when it is not one.</summary>
    public static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(line, _strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToLine() => JsonSerializer.Serialize(this, _strict);

    /// <summary>True when one of the keys signed exactly these fields.</summary>
    public bool IsSignedBy(IEnumerable<ECDsa> keys)
    {
        var signature = new byte[64];
        return Convert.TryFromBase64String(Signature, signature, out var length)
            && keys.Any(key => key.VerifyData(SignedBytes(), signature.AsSpan(0, length), HashAlgorithmName.SHA256));
    }

    private byte[] SignedBytes()
    {
        using var bytes = new MemoryStream();
        Span<byte> size = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(size, Size);
        Put(bytes, Encoding.UTF8.GetBytes(Purpose));
        Put(bytes, Encoding.UTF8.GetBytes(Node));
        Put(bytes, size);
        Put(bytes, Encoding.UTF8.GetBytes(Head));
        Put(bytes, Encoding.UTF8.GetBytes(Time));
        return bytes.ToArray();
    }

    private static void Put(MemoryStream bytes, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        bytes.Write(length);
        bytes.Write(field);
    }
}

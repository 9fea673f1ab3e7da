using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>
/// The link of one node's chain: SHA-256 over previous hash, node, sequence and payload, each with its length before it
/// (four bytes, big-endian), so that no two different records give the same bytes. Not for use by two threads.
/// </summary>
internal sealed class RecordHash(string node)
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int Fields = 4;

    private readonly byte[] _node = Encoding.UTF8.GetBytes(node);
    private byte[] _buffer = new byte[4096];

    /// <summary>What stands before the first record.</summary>
    public static ReadOnlySpan<byte> Genesis => new byte[Size];

    /// <summary>Writes the hash of the record at this sequence to <paramref name="destination"/>, 32 bytes.</summary>
    public void Compute(
        ReadOnlySpan<byte> previous, long sequence, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        var length = (Fields * sizeof(int)) + previous.Length + _node.Length + sizeof(long) + payload.Length;
        if (_buffer.Length < length)
        {
            _buffer = new byte[length * 2];
        }

        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        var rest = Put(_buffer, previous);
        rest = Put(rest, _node);
        rest = Put(rest, number);
        Put(rest, payload);
        SHA256.HashData(_buffer.AsSpan(0, length), destination);
    }

    /// <summary>True when this payload at this sequence after this hash gives <paramref name="hash"/>.</summary>
    public bool Fits(
        ReadOnlySpan<byte> previous, long sequence, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> hash)
    {
        Span<byte> computed = stackalloc byte[Size];
        Compute(previous, sequence, payload, computed);
        return computed.SequenceEqual(hash);
    }

    private static Span<byte> Put(Span<byte> buffer, scoped ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer, field.Length);
        field.CopyTo(buffer[sizeof(int)..]);
        return buffer[(sizeof(int) + field.Length)..];
    }
}

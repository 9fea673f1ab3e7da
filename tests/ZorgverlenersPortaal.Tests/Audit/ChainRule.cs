using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>The rule of the chain, written a second time from its description so that the tests do not trust the product.</summary>
internal static class ChainRule
{
    public static byte[] Hash(byte[] previous, string node, long sequence, byte[] payload)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        using var bytes = new MemoryStream();
        foreach (var field in (byte[][])[previous, Encoding.UTF8.GetBytes(node), number, payload])
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
            bytes.Write(length);
            bytes.Write(field);
        }

        return SHA256.HashData(bytes.ToArray());
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>16 bytes that stand for a text, so that a million lines fit in memory: the portal's own request ids are as many bits, of others a hash.</summary>
internal static class RequestKey
{
    private const int OwnLength = 32;

    /// <summary>The key of a request id.</summary>
    public static UInt128 Of(string requestId) => IsOwn(requestId) ? UInt128.Parse(requestId, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Hash("request " + requestId);

    /// <summary>The key of a patient's number in the EPD.</summary>
    public static UInt128 OfPatient(string epdId) => Hash("patient " + epdId);

    /// <summary>The key of a BSN.</summary>
    public static UInt128 OfBsn(string bsn) => Hash("bsn " + bsn);

    /// <summary>32 lower-case hexadecimal digits, as the portal makes them.</summary>
    public static bool IsOwn(string requestId) => requestId.Length == OwnLength && requestId.All(char.IsAsciiHexDigitLower);

    /// <summary>An id of the portal's own shape, written again.</summary>
    public static string Text(UInt128 own) => own.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}

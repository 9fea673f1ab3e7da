using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// A certificate's serial number as a value of 24 bytes, so that a large list stays small and a look-up allocates
/// nothing.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CertificateSerial(ulong High, ulong Middle, ulong Low)
{
    private const int Size = 24;

    /// <summary>Null for a negative number or one longer than 24 bytes; RFC 5280 allows 20.</summary>
    public static CertificateSerial? Read(ReadOnlySpan<byte> integer)
    {
        if (integer.Length == 0 || integer[0] >= 0x80)
        {
            return null;
        }

        return FromMagnitude(integer.TrimStart((byte)0));
    }

    /// <summary>From hex as <see cref="ToString"/> writes it; null when it is not that.</summary>
    public static CertificateSerial? Parse(string hex)
    {
        Span<byte> bytes = stackalloc byte[Size];
        return hex.Length is > 0 and <= 2 * Size
            && Convert.FromHexString(hex, bytes, out _, out var written) == OperationStatus.Done
            ? FromMagnitude(bytes[..written])
            : null;
    }

    public override string ToString()
    {
        var hex = string.Create(CultureInfo.InvariantCulture, $"{High:X16}{Middle:X16}{Low:X16}").TrimStart('0');
        return hex.Length % 2 == 0 ? hex : "0" + hex;
    }

    private static CertificateSerial? FromMagnitude(ReadOnlySpan<byte> magnitude)
    {
        if (magnitude.Length > Size)
        {
            return null;
        }

        Span<byte> padded = stackalloc byte[Size];
        padded.Clear();
        magnitude.CopyTo(padded[(Size - magnitude.Length)..]);
        return new(
            BinaryPrimitives.ReadUInt64BigEndian(padded),
            BinaryPrimitives.ReadUInt64BigEndian(padded[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(padded[16..]));
    }
}

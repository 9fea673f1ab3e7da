using System.Buffers.Binary;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Asks TLS of this process whether it would agree to a key exchange group: a TLS 1.3 ClientHello that offers only that one and
/// no key for it, which a server that knows the group answers with HelloRetryRequest (RFC 8446 §4.1.4). No socket.
/// </summary>
internal static class GroupQuestion
{
    private const byte HandshakeRecord = 22;

    /// <summary>True when one of the groups (IANA numbers) would be used.</summary>
    public static async Task<bool> IsAgreedAsync(SslServerAuthenticationOptions options, params ushort[] groups)
    {
        await using var wire = new OneMessageStream(Record(ClientHello(groups)));
        await using var tls = new SslStream(wire);
        try
        {
            await tls.AuthenticateAsServerAsync(options);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            // It always ends here: nobody goes on with the handshake.
        }
        return wire.Answer.Length > 0 && wire.Answer.Span[0] == HandshakeRecord;
    }

    private static byte[] ClientHello(ushort[] groups)
    {
        byte[] extensions =
        [
            .. Extension(43, [2, 0x03, 0x04]), // supported_versions: TLS 1.3
            .. Extension(10, List(groups)), // supported_groups
            .. Extension(13, List([0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806])), // signature_algorithms: ECDSA and RSA-PSS
            .. Extension(51, [0, 0]), // key_share: none yet
        ];
        byte[] hello =
        [
            0x03, 0x03, .. RandomNumberGenerator.GetBytes(32), 0, .. List([0x1302, 0x1303]), 1, 0, .. Number(extensions.Length), .. extensions,
        ];
        return [1, 0, .. Number(hello.Length), .. hello];
    }

    private static byte[] Record(byte[] message) => [HandshakeRecord, 0x03, 0x01, .. Number(message.Length), .. message];

    private static byte[] Extension(int type, byte[] content) => [.. Number(type), .. Number(content.Length), .. content];

    private static byte[] List(ushort[] values) => [.. Number(2 * values.Length), .. values.SelectMany(value => Number(value))];

    private static byte[] Number(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}

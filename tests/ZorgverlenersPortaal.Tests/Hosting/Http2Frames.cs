using System.Buffers.Binary;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Frames of HTTP/2 as bytes (RFC 9113 §4.1, §6; RFC 7541 §6.2.2 for header fields), lawful or not.</summary>
internal static class Http2Frames
{
    /// <summary>How a client begins: the preface and its empty settings.</summary>
    public static byte[] Preface => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(0x4, 0, 0, [])];

    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[9 + payload.Length];
        frame[0] = (byte)(payload.Length >> 16);
        frame[1] = (byte)(payload.Length >> 8);
        frame[2] = (byte)payload.Length;
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(9));
        return frame;
    }

    /// <summary>A whole GET (END_STREAM, END_HEADERS).</summary>
    public static byte[] Get(int stream, string path, params (string Name, string Value)[] more) => Frame(0x1, 0x5, stream, Fields(path, more));

    /// <summary>The first part of a GET: others must follow in CONTINUATION frames.</summary>
    public static byte[] GetWithoutEnd(int stream, string path) => Frame(0x1, 0x1, stream, Fields(path, []));

    public static byte[] Continuation(int stream, ReadOnlySpan<byte> fields) => Frame(0x9, 0, stream, fields);

    public static byte[] Reset(int stream) => Frame(0x3, 0, stream, [0, 0, 0, 8]);

    public static byte[] Ping => Frame(0x6, 0, 0, new byte[8]);

    public static byte[] Settings => Frame(0x4, 0, 0, [0, 3, 0, 0, 0, 100]);

    public static byte[] WindowUpdate(int stream, int by)
    {
        var payload = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(payload, by);
        return Frame(0x8, 0, stream, payload);
    }

    /// <summary>A header field as a literal that is not indexed; values longer than 126 bytes are not for here.</summary>
    public static byte[] Field(string name, string value) =>
        [0x00, (byte)name.Length, .. Encoding.Latin1.GetBytes(name), (byte)value.Length, .. Encoding.Latin1.GetBytes(value)];

    private static byte[] Fields(string path, (string Name, string Value)[] more) =>
    [
        .. Field(":method", "GET"), .. Field(":scheme", "https"), .. Field(":authority", "localhost"), .. Field(":path", path),
        .. more.SelectMany(field => Field(field.Name, field.Value)),
    ];
}

using System.Buffers.Binary;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

public sealed class ProxyProtocolV2Tests
{
    private static readonly byte[] _tail = [0x16, 3, 1, 0, 0];

    private static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), length);

    private static Gen<byte[]> Values =>
        from type in Gen.Choose(1, 255)
        from length in Gen.Choose(0, 80)
        from value in Bytes(length)
        from there in Gen.Elements(true, false)
        select there ? (byte[])[(byte)type, 0, (byte)length, .. value] : [];

    private static Gen<(byte[] Bytes, IPEndPoint? Source)> Preambles =>
        from four in Bytes(4)
        from six in Bytes(16)
        from port in Gen.Choose(0, 65535)
        from first in Values
        from second in Values
        from skipped in Gen.Choose(0, 520).SelectMany(Bytes)
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => (Preamble(0x21, 0x11, [.. Addresses(four, port), .. first, .. second]), new IPEndPoint(new IPAddress(four), port)),
            1 => (Preamble(0x21, 0x21, [.. Addresses(six, port), .. first, .. second]), new IPEndPoint(new IPAddress(six), port)),
            2 => (Preamble(0x21, 0x00, skipped), null),
            _ => (Preamble(0x20, 0x00, skipped), (IPEndPoint?)null),
        };

    [Fact]
    public void Read_EveryPreamble_IsCompleteAtItsLastByteAndNoSooner() =>
        Prop.ForAll(Preambles.ToArbitrary(), preamble =>
        {
            var whole = ProxyProtocolV2.Read([.. preamble.Bytes, .. _tail]);
            return whole == new ProxyProtocolPreamble(ProxyProtocolState.Complete, preamble.Bytes.Length, preamble.Source)
                && Enumerable.Range(0, preamble.Bytes.Length).All(n => ProxyProtocolV2.Read(preamble.Bytes.AsSpan(0, n)) == ProxyProtocolPreamble.Incomplete);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_MutatedPreamble_NeverCrashesNorReadsPastItsEnd()
    {
        var mutated = from preamble in Preambles
                      from edits in Gen.ListOf(Gen.Zip(Gen.OneOf(Gen.Choose(12, 15), Gen.Choose(0, 600)), Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0, 1, 0x11, 0x21))))
                      from cut in Gen.Choose(0, 20)
                      select ProxyProtocolV1Tests.Mutate(preamble.Bytes, edits, cut);
        Prop.ForAll(mutated.ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Read_RandomBytes_NeverCrashesNorReadsPastItsEnd() =>
        Prop.ForAll(Gen.Choose(0, 600).SelectMany(Bytes).ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData(0x22, 0x11, 12)] // no such command
    [InlineData(0x11, 0x11, 12)] // version 1
    [InlineData(0x31, 0x11, 12)] // version 3
    [InlineData(0x21, 0x12, 12)] // datagrams
    [InlineData(0x21, 0x22, 36)]
    [InlineData(0x21, 0x31, 216)] // Unix socket
    [InlineData(0x21, 0x41, 12)] // no such family
    [InlineData(0x21, 0x10, 12)] // no transport
    [InlineData(0x21, 0x01, 12)] // no family
    [InlineData(0x21, 0x11, 11)] // addresses cut
    [InlineData(0x21, 0x21, 35)]
    [InlineData(0x21, 0x21, 12)]
    [InlineData(0x21, 0x11, 0)]
    [InlineData(0x21, 0x11, 13)] // a value cut
    [InlineData(0x21, 0x11, 521)] // longer than the longest
    [InlineData(0x20, 0x00, 65535)]
    public void Read_WhatTheFormatDoesNotSay_IsMalformed(int versionAndCommand, int familyAndTransport, int length) =>
        Assert.Equal(ProxyProtocolPreamble.Malformed, ProxyProtocolV2.Read(Preamble((byte)versionAndCommand, (byte)familyAndTransport, new byte[length])));

    [Fact]
    public void Read_ValueThatPointsPastTheEnd_IsMalformed() => Assert.Equal(
        ProxyProtocolPreamble.Malformed, ProxyProtocolV2.Read([.. Preamble(0x21, 0x11, [.. Addresses([1, 2, 3, 4], 5), 1, 0, 2, 0]), .. _tail]));

    internal static byte[] Preamble(byte versionAndCommand, byte familyAndTransport, byte[] rest)
    {
        byte[] bytes = [.. "\r\n\r\n\0\r\nQUIT\n"u8, versionAndCommand, familyAndTransport, 0, 0, .. rest];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(14), (ushort)rest.Length);
        return bytes;
    }

    internal static byte[] Addresses(byte[] source, int port) => [.. source, .. new byte[source.Length], (byte)(port >> 8), (byte)port, 1, 187];

    private static bool IsSound(byte[] bytes)
    {
        var read = ProxyProtocolV2.Read(bytes);
        return read.State switch
        {
            ProxyProtocolState.Complete => read.Length is >= 16 and <= ProxyProtocolV2.MaximumLength && read.Length <= bytes.Length
                && read.Length == 16 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(14))
                && ProxyProtocolV2.Read(bytes.AsSpan(0, read.Length)) == read && ProxyProtocolV2.Read([.. bytes, .. _tail]) == read,
            ProxyProtocolState.Malformed => read.Source is null && ProxyProtocolV2.Read([.. bytes, .. _tail]) == read,
            ProxyProtocolState.Incomplete => read.Source is null && bytes.Length < ProxyProtocolV2.MaximumLength,
        };
    }
}

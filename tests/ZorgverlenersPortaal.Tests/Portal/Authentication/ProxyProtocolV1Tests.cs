using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

public sealed class ProxyProtocolV1Tests
{
    private static readonly byte[] _tail = [0x16, 3, 1, (byte)'\r', (byte)'\n'];

    private static Gen<(string Line, IPEndPoint? Source)> Lines =>
        from four in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 4)
        from six in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 16)
        from port in Gen.Choose(0, 65535)
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => ($"PROXY TCP4 {new IPAddress(four)} 10.0.0.1 {port} 443\r\n", new IPEndPoint(new IPAddress(four), port)),
            1 => ($"PROXY TCP6 {new IPAddress(six)} ::1 {port} 443\r\n", new IPEndPoint(new IPAddress(six), port)),
            2 => ("PROXY UNKNOWN\r\n", null),
            _ => ($"PROXY UNKNOWN {new IPAddress(six)} ::1 {port} 443\r\n", (IPEndPoint?)null),
        };

    [Fact]
    public void Read_EveryPreamble_IsCompleteAtItsLastByteAndNoSooner() =>
        Prop.ForAll(Lines.ToArbitrary(), line =>
        {
            var bytes = Encoding.ASCII.GetBytes(line.Line);
            var whole = ProxyProtocolV1.Read([.. bytes, .. _tail]);
            return whole == new ProxyProtocolPreamble(ProxyProtocolState.Complete, bytes.Length, line.Source)
                && Enumerable.Range(0, bytes.Length).All(n => ProxyProtocolV1.Read(bytes.AsSpan(0, n)) == ProxyProtocolPreamble.Incomplete);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_MutatedPreamble_NeverCrashesNorReadsPastItsEnd()
    {
        var mutated = from line in Lines
                      from edits in Gen.ListOf(Gen.Zip(Gen.Choose(0, 200), Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(32, 13, 10, 48, 46, 58))))
                      from cut in Gen.Choose(0, 20)
                      select Mutate(Encoding.ASCII.GetBytes(line.Line), edits, cut);
        Prop.ForAll(mutated.ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Read_RandomBytes_NeverCrashesNorReadsPastItsEnd() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)).ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Theory]
    [InlineData("proxy TCP4 1.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY  TCP4 1.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1 443 \r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1 443 5\r\n")]
    [InlineData("PROXY TCP4 01.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.256 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP4 0x1.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP4 ::1 ::1 1 443\r\n")]
    [InlineData("PROXY TCP6 1.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY TCP6 [::1] ::1 1 443\r\n")]
    [InlineData("PROXY TCP6 fe80::1%1 ::1 1 443\r\n")]
    [InlineData("PROXY TCP6 ::1 ::g 1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 65536 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 -1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 +1 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 01 443\r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1 \r\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1 443\n")]
    [InlineData("PROXY TCP4 1.2.3.4 10.0.0.1 1 443\rX")]
    [InlineData("PROXY TCP4 1.2.3.٤ 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY UDP4 1.2.3.4 10.0.0.1 1 443\r\n")]
    [InlineData("PROXY UNKNOWNX\r\n")]
    [InlineData("PROXY UNKNOWN\n")]
    [InlineData("PROXY \r\n")]
    [InlineData("\r\n\r\n\0\r\nQUIT\n")]
    [InlineData("\u0016\u0003\u0001")]
    public void Read_WhatTheGrammarDoesNotSay_IsMalformed(string text) =>
        Assert.Equal(ProxyProtocolPreamble.Malformed, ProxyProtocolV1.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_LineLongerThanTheLongest_IsMalformedWithoutWaitingForItsEnd()
    {
        var longest = Encoding.ASCII.GetBytes("PROXY UNKNOWN ".PadRight(ProxyProtocolV1.MaximumLength - 2, 'x') + "\r\n");
        Assert.Equal(ProxyProtocolState.Complete, ProxyProtocolV1.Read(longest).State);
        var longer = Encoding.ASCII.GetBytes("PROXY UNKNOWN ".PadRight(ProxyProtocolV1.MaximumLength - 1, 'x'));
        Assert.Equal(ProxyProtocolState.Incomplete, ProxyProtocolV1.Read(longer).State);
        Assert.Equal(ProxyProtocolState.Malformed, ProxyProtocolV1.Read([.. longer, (byte)'\r']).State);
        Assert.Equal(ProxyProtocolState.Malformed, ProxyProtocolV1.Read([.. longer, (byte)'x']).State);
    }

    internal static byte[] Mutate(byte[] bytes, IEnumerable<(int Position, int Value)> edits, int cut)
    {
        foreach (var (position, value) in edits)
        {
            bytes[position % bytes.Length] = (byte)value;
        }

        return bytes[..Math.Max(0, bytes.Length - (cut > 10 ? cut - 10 : 0))];
    }

    private static bool IsSound(byte[] bytes)
    {
        var read = ProxyProtocolV1.Read(bytes);
        return read.State switch
        {
            ProxyProtocolState.Complete => read.Length is > 0 and <= ProxyProtocolV1.MaximumLength && read.Length <= bytes.Length
                && bytes.AsSpan(0, read.Length).IndexOf("\r\n"u8) == read.Length - 2
                && ProxyProtocolV1.Read(bytes.AsSpan(0, read.Length)) == read && ProxyProtocolV1.Read([.. bytes, .. _tail]) == read,
            ProxyProtocolState.Malformed => read.Source is null && ProxyProtocolV1.Read([.. bytes, .. _tail]) == read,
            ProxyProtocolState.Incomplete => read.Source is null && bytes.Length < ProxyProtocolV1.MaximumLength,
        };
    }
}

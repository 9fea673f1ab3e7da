using System.Formats.Asn1;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class UziSubjectAlternativeNameTests
{
    private const string UziOid = "2.5.5.5";
    private const string UpnOid = "1.3.6.1.4.1.311.20.2.3";
    private const string Text = UziRefusalCases.ValidText;

    private static readonly byte[] _genuine = TestCard.OtherNames(
        (UpnOid, UniversalTagNumber.UTF8String, "900021219@90000382"), (UziOid, UniversalTagNumber.IA5String, Text));

    [Fact]
    public void Read_NamesAsOnEveryGenuineCard_GivesTextAndUpn()
    {
        var san = UziSubjectAlternativeName.Read(_genuine);

        Assert.Null(san.Refusal);
        Assert.Equal("900021219", san.Text!.UziNumber);
        Assert.Equal(["900021219@90000382"], san.UserPrincipalNames);
    }

    [Fact]
    public void Read_BytesOfTheRealForm_AreRead()
    {
        // A0 len 06 03 55 05 05 A0 len 16 len: the head of the genuine GP test card (uzi.md §1.1).
        byte[] head = [0x30, 0x48, 0xA0, 0x46, 0x06, 0x03, 0x55, 0x05, 0x05, 0xA0, 0x3F, 0x16, 0x3D];
        var text = "2.16.528.1.1007.99.217-1-900030757-Z-90000380-01.015-00000000";

        var san = UziSubjectAlternativeName.Read((byte[])[.. head, .. Encoding.ASCII.GetBytes(text)]);

        Assert.Null(san.Refusal);
        Assert.Null(san.Text!.Agb);
    }

    [Fact]
    public void Read_NoExtension_IsNotUzi() => Assert.Equal(UziRefusal.NotUzi, UziSubjectAlternativeName.Read(null).Refusal);

    public static TheoryData<string, UziRefusal> Hostile => new()
    {
        { Hex(TestCard.OtherNames()), UziRefusal.NotUzi },
        { Hex(TestCard.OtherNames((UpnOid, UniversalTagNumber.UTF8String, Text))), UziRefusal.NotUzi },
        { Hex(TestCard.OtherNames(("2.5.5.6", UniversalTagNumber.IA5String, Text))), UziRefusal.NotUzi },
        { "30098207666F6F2E626172", UziRefusal.NotUzi }, // DNS name only
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.UTF8String, Text))), UziRefusal.InvalidSan },
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.UTF8String, "12345678@90000111"))), UziRefusal.InvalidSan },
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.VisibleString, Text))), UziRefusal.InvalidSan },
        { Hex(Value(writer => writer.WriteOctetString(Encoding.ASCII.GetBytes(Text)))), UziRefusal.InvalidSan },
        { Hex(Value(writer => writer.WriteEncodedValue([0x16, 0x01, 0x00]))), UziRefusal.InvalidSan },
        { Hex(Value(writer => writer.WriteEncodedValue([0x16, 0x00]))), UziRefusal.InvalidSan },
        { Hex(Value(writer => writer.WriteEncodedValue([0x16, 0x3E, .. Encoding.ASCII.GetBytes(Text), 0xE9]))), UziRefusal.InvalidSan },
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.IA5String, Text + "\u0000-evil"))), UziRefusal.InvalidSan },
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.IA5String, Text + "\r\nX-Injected: 1"))), UziRefusal.InvalidSan },
        { Hex(TestCard.OtherNames((UziOid, UniversalTagNumber.IA5String, Text + new string('0', 9000)))), UziRefusal.InvalidSan },
        { Hex(Twice(Text, Text)), UziRefusal.AmbiguousSan },
        { Hex(Twice("", Text)), UziRefusal.AmbiguousSan },
        { "", UziRefusal.Malformed },
        { "0500", UziRefusal.Malformed },
        { "30", UziRefusal.Malformed },
        { "308000000000", UziRefusal.Malformed }, // indefinite length is BER
        { Hex([.. _genuine, 0x00]), UziRefusal.Malformed },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileNames_AreRefusedWithOneLine(string der, UziRefusal refusal)
    {
        var san = UziSubjectAlternativeName.Read(Convert.FromHexString(der));

        Assert.Equal(refusal, san.Refusal);
    }

    [Fact]
    public void H049_Read_RandomBytes_NeverThrowsNorAccepts()
    {
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b))), der => UziSubjectAlternativeName.Read(der).Refusal is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void H049_Read_MutatedNames_AreAcceptedOnlyAsCanonicalDer()
    {
        var mutated = from changes in Gen.Choose(1, 3)
                      from edits in Gen.ListOf(Gen.Zip(Gen.Choose(0, _genuine.Length - 1), Gen.Choose(0, 255)), changes)
                      from cut in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(1, _genuine.Length)))
                      select Edit(edits)[..^cut];

        Prop.ForAll(Arb.From(mutated), IsRefusedOrCanonical).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    private static bool IsRefusedOrCanonical(byte[] der)
    {
        var san = UziSubjectAlternativeName.Read(der);
        if (san.Refusal is not null)
        {
            return true;
        }

        // What was accepted can be found in the bytes as it stands, behind the one and only 2.5.5.5.
        var number = Encoding.ASCII.GetBytes($"-1-{san.Text!.UziNumber}-");
        return der.AsSpan().IndexOf(number) > 0 && der.AsSpan().Count((ReadOnlySpan<byte>)[0x06, 0x03, 0x55, 0x05, 0x05]) == 1;
    }

    private static byte[] Edit(IEnumerable<(int Position, int Value)> edits)
    {
        byte[] copy = [.. _genuine];
        foreach (var (position, value) in edits)
        {
            copy[position] = (byte)value;
        }

        return copy;
    }

    private static byte[] Value(Action<AsnWriter> value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            TestCard.WriteOtherName(writer, UziOid, value);
        }

        return writer.Encode();
    }

    private static byte[] Twice(string first, string second) =>
        TestCard.OtherNames((UziOid, UniversalTagNumber.IA5String, first), (UziOid, UniversalTagNumber.IA5String, second));

    private static string Hex(byte[] der) => Convert.ToHexString(der);
}

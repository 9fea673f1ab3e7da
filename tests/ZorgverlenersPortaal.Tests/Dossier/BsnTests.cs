using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Tests.Dossier;

/// <summary>The eleven-test, with the numbers of uzi.md §3.2.</summary>
public sealed class BsnTests
{
    [Theory]
    [InlineData("123456782")]
    [InlineData("111222333")]
    [InlineData("999999990")]
    [InlineData("999990019")]
    [InlineData("999911120")]
    [InlineData("900186021")]
    [InlineData("900184590")]
    [InlineData("316245124")]
    [InlineData("249566758")]
    public void TryRead_Valid_IsRead(string number) => Assert.Equal(number, Bsn.TryRead(number)?.Value);

    [Theory]
    [InlineData("123456789")]
    [InlineData("999999999")]
    [InlineData("010000000")]
    [InlineData("999900421")]
    [InlineData("000000000")] // passes the sum
    [InlineData("00000000")]
    [InlineData("12345678")]
    [InlineData("1234567820")]
    [InlineData("123 456 782")]
    [InlineData("12345678２")]
    [InlineData("")]
    [InlineData(null)]
    public void TryRead_Invalid_IsNone(string? number) => Assert.Null(Bsn.TryRead(number));

    [Fact]
    public void TryRead_EightDigits_GetsItsZero() => Assert.Equal("010000008", Bsn.TryRead("10000008")?.Value);

    [Fact]
    public void TryRead_OneDigitChanged_IsNeverValid() => Prop.ForAll(
        Arb.From(Gen.Choose(1, 99_999_999)), Arb.From(Gen.Choose(0, 7)), Arb.From(Gen.Choose(1, 9)), (first, place, by) =>
        {
            var text = first.ToString("D8", CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, 8).Sum(i => (9 - i) * (text[i] - '0')) % 11;
            if (last == 10)
            {
                return true;
            }
            var whole = text + (char)('0' + last);
            var changed = whole.ToCharArray();
            changed[place] = (char)('0' + ((changed[place] - '0' + by) % 10));
            return Bsn.TryRead(whole) is not null && Bsn.TryRead(new string(changed)) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void R6_ToString_ShowsTheLastThreeOnly()
    {
        var bsn = Bsn.TryRead("123456782")!;

        Assert.Equal("••••••782", $"{bsn}");
        Assert.Equal("782", bsn.LastThree);
    }
}

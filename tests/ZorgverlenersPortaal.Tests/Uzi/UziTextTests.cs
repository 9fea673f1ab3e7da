using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class UziTextTests
{
    private const string Valid = "2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789";

    [Fact]
    public void Parse_ValidText_GivesEveryPart()
    {
        var text = UziText.Parse(Valid)!;

        Assert.Equal("2.16.528.1.1003.1.3.5.5.2", text.CaOid);
        Assert.Equal("900021219", text.UziNumber);
        Assert.Equal(UziCardType.CareProvider, text.CardType);
        Assert.Equal("90000382", text.Ura);
        Assert.Equal("01.015", text.RoleCode);
        Assert.Equal("01056789", text.Agb);
    }

    [Theory]
    [InlineData("Z", UziCardType.CareProvider)]
    [InlineData("N", UziCardType.NamedEmployee)]
    [InlineData("M", UziCardType.UnnamedEmployee)]
    [InlineData("S", UziCardType.Server)]
    public void Parse_EveryLetter_IsItsType(string letter, UziCardType type) =>
        Assert.Equal(type, UziText.Parse(Valid.Replace("-Z-", $"-{letter}-", StringComparison.Ordinal))!.CardType);

    [Fact]
    public void Parse_AgbZero_IsNull() =>
        Assert.Null(UziText.Parse(Valid.Replace("01056789", "00000000", StringComparison.Ordinal))!.Agb);

    // H035 to H045 of security.md §5; V6 to V36 of uzi.md §6.3
    [Theory]
    [InlineData("")]
    [InlineData("12345678@90000111")]
    [InlineData("14-41-44")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789-")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-12345678-Z-90000111-01.015-00000000")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-2-900021219-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1252-900021219-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-0000006666-Z-12345678-01.015-12345678")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-90002121A-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-000000000-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-K-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-ZZ-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219--90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-1.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-1-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-0105678")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789\n")]
    [InlineData("\n2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789\r\nX-Injected: 1")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789\u0000-evil")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219' OR '1'='1-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-٩٠٠٠٢١٢١٩-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-\uFF1900021219-Z-90000382-01.015-01056789")]
    [InlineData("2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-+9000382-01.015-01056789")]
    [InlineData("2..16-1-900021219-Z-90000382-01.015-01056789")]
    [InlineData("2-1-900021219-Z-90000382-01.015-01056789")]
    [InlineData(".2.16-1-900021219-Z-90000382-01.015-01056789")]
    [InlineData("=2.16.528.1.1003.1.3.5.5.2-1-900021219-Z-90000382-01.015-01056789")]
    [InlineData("1-900018101-Z-90000381-01.015-00000000")]
    [InlineData("92.16.528.1.1007.99.2110-1-1111111-S-2222222-00.000-333333")]
    [InlineData("2.16.528.1.1007.99.2110-1-0-S-99999999-00.000-0")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Null(UziText.Parse(text));

    [Fact]
    public void Parse_LongText_IsRefused() => Assert.Null(UziText.Parse("2." + new string('1', 9000) + Valid[25..]));

    [Fact]
    public void Parse_AnyText_IsAcceptedOnlyWhenItsPartsGiveItBack()
    {
        var characters = Gen.Elements("0123456789.-ZNMSz \n\u0000٣３".ToCharArray());
        var anything = Gen.ArrayOf(characters).Select(letters => new string(letters));
        var nearly = from position in Gen.Choose(0, Valid.Length - 1)
                     from letter in characters
                     from cut in Gen.Choose(0, 2)
                     select Valid[..position] + letter + Valid[(position + Math.Min(cut, Valid.Length - position))..];

        var texts = Arb.From(Gen.OneOf(anything, nearly));

        Prop.ForAll(texts, text => UziText.Parse(text) is not { } parsed || string.Equals(Rewrite(parsed), text, StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }

    private static string Rewrite(UziText text)
    {
        var letter = text.CardType switch
        {
            UziCardType.CareProvider => "Z",
            UziCardType.NamedEmployee => "N",
            UziCardType.UnnamedEmployee => "M",
            UziCardType.Server => "S",
            UziCardType.None => "",
        };
        return $"{text.CaOid}-1-{text.UziNumber}-{letter}-{text.Ura}-{text.RoleCode}-{text.Agb ?? "00000000"}";
    }
}

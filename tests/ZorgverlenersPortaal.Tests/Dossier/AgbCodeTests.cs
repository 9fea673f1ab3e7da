using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Tests.Dossier;

public sealed class AgbCodeTests
{
    [Theory]
    [InlineData("01234567", "01234567")]
    [InlineData("1234567", "01234567")]
    [InlineData("98765432", "98765432")]
    [InlineData("0234567", "00234567")]
    public void TryRead_EightDigitsOrSeven_GivesEight(string text, string expected)
    {
        var code = AgbCode.TryRead(text);

        Assert.Equal(expected, code?.Value);
        Assert.Equal(expected, code?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000")]
    [InlineData("0000000")]
    [InlineData("123456")]
    [InlineData("234567")]
    [InlineData("001234567")]
    [InlineData(" 1234567")]
    [InlineData("01234567 ")]
    [InlineData("01234567\n")]
    [InlineData("0123456O")]
    [InlineData("01-234567")]
    [InlineData("+1234567")]
    [InlineData("٠١٢٣٤٥٦٧")] // Arabic digits
    [InlineData("１２３４５６７８")] // full width
    public void TryRead_AnythingElse_IsNoCode(string? text) => Assert.Null(AgbCode.TryRead(text));

    [Fact]
    public void TryRead_AnyText_IsACodeOnlyWhenItIsEightDigitsOrSeven()
    {
        var digits = Gen.Elements('0', '1', '5', '9');
        var character = Gen.Frequency((20, digits), (1, Gen.Elements(' ', 'O', '\n', '-', '٣')));
        var texts = character.ListOf().Where(c => c.Count < 12).Select(c => string.Concat(c));

        Prop.ForAll(Arb.From(texts), text =>
        {
            var isDigits = text.Length is 7 or 8 && text.All(c => c is >= '0' and <= '9') && text.Any(c => c != '0');
            var code = AgbCode.TryRead(text);
            return isDigits
                ? code is not null && code.Value.Length == 8 && code.Value.TrimStart('0') == text.TrimStart('0') && code.Spellings.All(s => Equals(AgbCode.TryRead(s), code))
                : code is null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Spellings_WithLeadingZero_AreTwo()
    {
        Assert.Equal(["01234567", "1234567"], AgbCode.TryRead("01234567")!.Spellings);
        Assert.Equal(["12345678"], AgbCode.TryRead("12345678")!.Spellings);
    }
}

using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

public sealed class DutchTests
{
    [Theory]
    [InlineData("3.1", "3,1")]
    [InlineData("< 0.30", "< 0,30")]
    [InlineData("3.5 – 5.0 mmol/L", "3,5 – 5,0 mmol/L")]
    [InlineData("-1.20", "-1,20")]
    [InlineData("136", "136")]
    [InlineData("12.05.2026", "12.05.2026")]
    [InlineData("1,000.5", "1,000.5")]
    [InlineData("1.000,5", "1.000,5")]
    [InlineData("zie 4. en 5.", "zie 4. en 5.")]
    [InlineData("10*9/L", "10*9/L")]
    public void R11_Number_ChangesOnlyTheDecimalSign(string written, string shown) => Assert.Equal(shown, Dutch.Number(written));
}

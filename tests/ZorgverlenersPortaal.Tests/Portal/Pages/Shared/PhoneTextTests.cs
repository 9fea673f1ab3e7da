using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

public sealed class PhoneTextTests
{
    [Theory]
    [InlineData("Afdeling B3 Cardiologie: 078 000 43 30", "Afdeling B3 Cardiologie: 078_000_43_30")]
    [InlineData("078 000 20 04 of 0800 12", "078_000_20_04 of 0800_12")]
    [InlineData(" 1 ", " 1 ")]
    [InlineData("", "")]
    public void Unbroken_SpacesBetweenDigits_BecomeHard(string text, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00A0'), PhoneText.Unbroken(text));
}

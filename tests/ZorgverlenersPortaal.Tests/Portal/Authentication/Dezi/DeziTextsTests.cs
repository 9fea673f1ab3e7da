using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>R9: one refusal, one code.</summary>
public sealed class DeziTextsTests
{
    private static readonly RefusalText[] _texts = [.. Enum.GetValues<DeziRefusal>().Select(DeziRefusalTexts.For)];

    [Fact]
    public void R9_EveryRefusal_HasACodeOfItsOwn() => Assert.Equal(_texts.Length, _texts.Select(text => text.Code).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void R9_EveryRefusal_SaysWhatIsWrongAndWhatToDo() =>
        Assert.All([.. _texts, .. Enum.GetValues<AccountRefusal>().Select(DeziAccountTexts.For)], text =>
        {
            Assert.Matches(@"\AZVP-[DL][0-9]{2}\z", text.Code);
            Assert.NotEmpty(text.Title);
            Assert.EndsWith(".", text.Lead, StringComparison.Ordinal);
            Assert.NotEmpty(text.Steps);
            Assert.All(text.Steps, step => Assert.Matches("[.?]$", step));
        });

    [Fact]
    public void R9_AccountRefusal_HasTheCodeItHasWithACard() =>
        Assert.All(Enum.GetValues<AccountRefusal>(), refusal => Assert.Equal(AccountRefusalTexts.For(refusal).Code, DeziAccountTexts.For(refusal).Code));
}

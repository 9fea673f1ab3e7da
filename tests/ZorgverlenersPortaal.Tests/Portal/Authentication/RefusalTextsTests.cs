using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R9: one refusal, one code.</summary>
public sealed class RefusalTextsTests
{
    private static readonly RefusalText[] _texts =
    [
        .. Enum.GetValues<UziRefusal>().Select(CardRefusalTexts.For),
        .. Enum.GetValues<AccountRefusal>().Where(refusal => refusal != AccountRefusal.EmployeeCard).Select(AccountRefusalTexts.For),
    ];

    [Fact]
    public void R16_EmployeeWithoutAccount_ReadsTheWordsOfAnyEmployeeCard()
    {
        Assert.Same(nameof(UziRefusal.EmployeeCard), nameof(AccountRefusal.EmployeeCard));
        Assert.Equivalent(CardRefusalTexts.For(UziRefusal.EmployeeCard), AccountRefusalTexts.For(AccountRefusal.EmployeeCard));
    }

    [Fact]
    public void R9_EveryRefusal_HasACodeOfItsOwn() =>
        Assert.Empty(_texts.GroupBy(text => text.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void R9_EveryRefusal_SaysWhatIsWrongAndWhatToDo() => Assert.All(_texts, text =>
    {
        Assert.Matches(@"\AZVP-L[0-9]{2}\z", text.Code);
        Assert.NotEmpty(text.Title);
        Assert.EndsWith(".", text.Lead, StringComparison.Ordinal);
        Assert.NotEmpty(text.Steps);
        Assert.All(text.Steps, step => Assert.Matches("[.?]$", step));
    });
}

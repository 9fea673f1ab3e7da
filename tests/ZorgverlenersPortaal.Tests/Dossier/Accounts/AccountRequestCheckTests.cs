using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public sealed class AccountRequestCheckTests
{
    [Fact]
    public void Read_FormWithoutFaults_IsReadWithoutSpacesAndHyphens()
    {
        var (data, faults) = AccountRequestCheck.Read(TestStaff.Form with { Agb = "1-055210", Phone = "+31 6 1234 5678" });

        Assert.Empty(faults);
        Assert.Equal(("900031446", "01055210", "19012345601"), (data!.UziNumber, data.Agb.Value, data.BigNumber));
        Assert.Equal((CareRole.ElderlyCarePhysician, "+31 6 1234 5678"), (data.Role, data.Phone));
    }

    [Fact]
    public void R9_Read_EverythingWrong_NamesEveryFaultAtOnce() => Assert.Equal(
        [
            RequestFault.Name, RequestFault.UziNumber, RequestFault.Agb, RequestFault.BigNumber, RequestFault.Role, RequestFault.Practice,
            RequestFault.Contact, RequestFault.TrainingNotAnswered,
        ],
        AccountRequestCheck.Read(new()).Faults);

    [Theory]
    [InlineData("900031446", null)]
    [InlineData("000242698", null)]
    [InlineData("90003144", RequestFault.UziNumberIsCardNumber)]
    [InlineData("9000 3144", RequestFault.UziNumberIsCardNumber)]
    [InlineData("19012345601", RequestFault.UziNumberIsBigNumber)]
    [InlineData("000000000", RequestFault.UziNumber)]
    [InlineData("9000314461", RequestFault.UziNumber)]
    [InlineData("90003144x", RequestFault.UziNumber)]
    [InlineData("٩٠٠٠٣١٤٤٦", RequestFault.UziNumber)]
    [InlineData("900031446\n", RequestFault.UziNumber)]
    public void Read_UziNumber_TellsItFromACardNumber(string typed, RequestFault? fault) => Same(TestStaff.Form with { UziNumber = typed }, fault);

    [Theory]
    [InlineData("84001927", null)]
    [InlineData("1055210", null)]
    [InlineData("01055210", null)]
    [InlineData("00000000", RequestFault.Agb)]
    [InlineData("0000000", RequestFault.Agb)]
    [InlineData("055210", RequestFault.Agb)]
    [InlineData("840019270", RequestFault.Agb)]
    [InlineData("06020101", RequestFault.AgbIsOrganisation)]
    [InlineData("41001234", RequestFault.AgbIsOrganisation)]
    [InlineData("04001234", RequestFault.AgbOfOtherProfession)]
    [InlineData("98001234", null)]
    public void Read_Agb_RefusesWhatCannotBeADoctors(string typed, RequestFault? fault) => Same(TestStaff.Form with { Agb = typed }, fault);

    [Theory]
    [InlineData(null, null, RequestFault.Contact)]
    [InlineData("a@b", null, RequestFault.Contact)]
    [InlineData("a b@c.nl", null, RequestFault.Contact)]
    [InlineData("a@b@c.nl", null, RequestFault.Contact)]
    [InlineData("a@c.nl", "112", RequestFault.Contact)]
    [InlineData(null, "078 000 20 04", null)]
    [InlineData("a@c.nl", null, null)]
    public void Read_Contact_OneThatWorksAndNoneThatDoesNot(string? email, string? phone, RequestFault? fault) =>
        Same(TestStaff.Form with { Email = email, Phone = phone }, fault);

    [Fact]
    public void Read_InTraining_IsAlwaysAFault() => Same(TestStaff.Form with { InTraining = true }, RequestFault.InTraining);

    [Fact]
    public void Read_Anything_NeverThrowsAndKeepsOnlyWhatFits() => Prop.ForAll<string, string, string>((a, b, c) =>
    {
        var (data, faults) = AccountRequestCheck.Read(new() { Name = a, UziNumber = b, Agb = c, BigNumber = b, Role = a, Practice = c, Email = a, Phone = b, InTraining = false });
        return data is null ? faults.Count > 0 : data.UziNumber.Length == 9 && data.BigNumber.Length == 11;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_EveryNineDigits_AreReadHoweverTheyAreSpaced() => Prop.ForAll(
        Gen.Choose(1, 999_999_999).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), Gen.Elements(" ", "-", ".", "\u00A0").ToArbitrary(),
        (number, at, separator) =>
        {
            var digits = number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
            return AccountRequestCheck.Digits(digits.Insert(at, separator)) == digits && AccountRequestCheck.UziFault(digits) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void R9_EveryMember_HasDutchWords()
    {
        Assert.All(Enum.GetValues<RequestFault>(), fault => Assert.EndsWith(".", fault.Dutch(), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<RequestFault>(), fault => Assert.NotNull(typeof(AccountRequestForm).GetProperty(fault.Field())));
        Assert.All(Enum.GetValues<AccountOutcome>(), outcome => Assert.EndsWith(".", outcome.Dutch(), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<RequestConflict>(), conflict => Assert.NotEmpty(conflict.Dutch()));
        Assert.All(Enum.GetValues<ImportRefusal>(), refusal => Assert.NotEmpty(refusal.Dutch()));
        Assert.All(Enum.GetValues<AccountFunction>(), function => Assert.NotEmpty(function.Dutch()));
    }

    private static void Same(AccountRequestForm form, RequestFault? fault) =>
        Assert.Equal(fault is { } one ? [one] : [], AccountRequestCheck.Read(form).Faults);
}

using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

public sealed class EmergencyCheckTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    [Theory]
    [InlineData("999990019", "999990019")]
    [InlineData("999 990 019", "999990019")]
    [InlineData("999.990.019", "999990019")]
    public void Identity_BsnAndBirthDate_IsByNumber(string typed, string bsn)
    {
        var (identity, faults) = EmergencyCheck.Identity(Form(bsn: typed, surname: "wordt niet gezocht"), _today);
        Assert.Empty(faults);
        Assert.Equal((bsn, "bsn", new DateOnly(1960, 7, 21), null), (identity!.Bsn!.Value, identity.Kind, identity.BirthDate, identity.Surname));
    }

    [Fact]
    public void Identity_SurnameBirthDateAndPostcode_IsByName()
    {
        var (identity, faults) = EmergencyCheck.Identity(Form(bsn: " ", surname: " van den Berg ", postcode: "3301 ab"), _today);
        Assert.Empty(faults);
        Assert.Equal(("name", "van den Berg", "3301AB"), (identity!.Kind, identity.Surname, identity.Postcode));
        Assert.Equal("name", identity.ToString());
    }

    [Theory]
    [InlineData("999990018", "", "", EmergencyFault.BsnWrong)]
    [InlineData("00000000", "", "", EmergencyFault.BsnWrong)]
    [InlineData("999990018", "Smits", "3301AB", EmergencyFault.BsnWrong)]
    [InlineData("", "", "", EmergencyFault.IdentityMissing)]
    [InlineData("", "Smits", "", EmergencyFault.PostcodeWrong)]
    [InlineData("", "", "3301AB", EmergencyFault.SurnameMissing)]
    [InlineData("", "%_*", "3301AB", EmergencyFault.SurnameMissing)]
    [InlineData("", "Smits", "0301AB", EmergencyFault.PostcodeWrong)]
    [InlineData("", "Smits", "33O1AB", EmergencyFault.PostcodeWrong)]
    [InlineData("", "Smits", "3301A", EmergencyFault.PostcodeWrong)]
    public void Identity_LessThanIsAsked_IsRefused(string bsn, string surname, string postcode, EmergencyFault fault)
    {
        var (identity, faults) = EmergencyCheck.Identity(Form(bsn: bsn, surname: surname, postcode: postcode), _today);
        Assert.Null(identity);
        Assert.Equal(fault, Assert.Single(faults));
    }

    [Theory]
    [InlineData("30", "2", "1960")]
    [InlineData("", "7", "1960")]
    [InlineData("21", "13", "1960")]
    [InlineData("0", "7", "1960")]
    [InlineData("21", "7", "60")]
    [InlineData("21", "7", "1879")]
    [InlineData("11", "3", "2026")]
    [InlineData("-1", "7", "1960")]
    [InlineData("٢١", "7", "1960")]
    public void Identity_NoBirthDate_IsRefused(string day, string month, string year) =>
        Assert.Equal(EmergencyFault.BirthDateWrong, Assert.Single(EmergencyCheck.Identity(Form(day, month, year), _today).Faults));

    [Fact]
    public void Identity_AnyText_NeverThrowsAndNeverGivesHalf() => Prop.ForAll<string, string, string>((a, b, c) =>
    {
        var (identity, faults) = EmergencyCheck.Identity(Form(a, b, c, bsn: c, surname: a, postcode: b), _today);
        return (identity is null) == (faults.Count > 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Acute")]
    [InlineData("Other")]
    public void Grounds_Whole_AreTaken(string reason)
    {
        var (grounds, faults) = EmergencyCheck.Grounds(new() { Reason = reason, Words = "Patiënt  verward\nbinnengebracht", IsTreating = true }, null, 20);
        Assert.Empty(faults);
        Assert.Equal((reason, "Patiënt verward binnengebracht"), (grounds!.Reason.ToString(), grounds.Words));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("acute")]
    [InlineData("Emergency")]
    public void Grounds_NoSuchReasonAndNothingElse_SaysAllAtOnce(string? reason) => Assert.Equal(
        [EmergencyFault.ReasonMissing, EmergencyFault.WordsTooShort, EmergencyFault.NotTreating],
        EmergencyCheck.Grounds(new() { Reason = reason }, null, 20).Faults);

    private static EmergencyForm Form(
        string? day = "21", string? month = "07", string? year = "1960", string? bsn = "999990019", string? surname = null, string? postcode = null) =>
        new() { Bsn = bsn, Day = day, Month = month, Year = year, Surname = surname, Postcode = postcode };
}

using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

public sealed class EmergencyOptionsTests
{
    [Fact]
    public void Faults_Defaults_HaveNone() => Assert.Empty(new EmergencyOptions().Faults());

    [Fact]
    public void R13_Faults_EveryValueOutOfRange_NamesItsKey() => Assert.Equal(
        ["Emergency:Minutes", "Emergency:SearchesPerQuarter", "Emergency:PerDay", "Emergency:MinimumText", "Emergency:AccountDays"],
        new EmergencyOptions { Minutes = 121, SearchesPerQuarter = 0, PerDay = 0, MinimumText = 9, AccountDays = 31 }.Faults().Select(fault => fault.Split(' ')[0]));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(120, true)]
    public void Faults_Minutes_LieBetween15And120(int minutes, bool isRight) =>
        Assert.Equal(isRight, !new EmergencyOptions { Minutes = minutes }.Faults().Any());
}

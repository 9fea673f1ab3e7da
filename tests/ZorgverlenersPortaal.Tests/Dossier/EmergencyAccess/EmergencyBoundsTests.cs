using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

/// <summary>The last value that is taken and the first that is not, of everything the form and the settings bound.</summary>
public sealed class EmergencyBoundsTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    [Theory]
    [InlineData("1", "1", "1880", true)]
    [InlineData("31", "12", "1879", false)]
    [InlineData("10", "3", "2026", true)]
    [InlineData("11", "3", "2026", false)]
    [InlineData("31", "12", "2000", true)]
    [InlineData("1", "1", "2000", true)]
    [InlineData("1", "13", "2000", false)]
    [InlineData("1", "0", "2000", false)]
    [InlineData("0", "1", "2000", false)]
    [InlineData("32", "1", "2000", false)]
    [InlineData("1", "1", "0", false)]
    [InlineData("1", "1", "0000", false)]
    [InlineData("1", "1", "9999", false)]
    public void BirthDate_Bounds_AreTheDaysOfTheLiving(string day, string month, string year, bool isTaken)
    {
        var (identity, faults) = EmergencyCheck.Identity(new() { Bsn = "999900018", Day = day, Month = month, Year = year }, _today);

        Assert.Equal(isTaken, identity is not null);
        Assert.Equal(isTaken ? [] : [EmergencyFault.BirthDateWrong], faults);
    }

    [Theory]
    [InlineData("1000AA", true)]
    [InlineData("9999zz", true)]
    [InlineData("0999AA", false)]
    [InlineData("1234A1", false)]
    [InlineData("12341A", false)]
    [InlineData("1234AÉ", false)]
    [InlineData("12A4AB", false)]
    public void Postcode_Bounds_AreThoseOfDutchPostcodes(string postcode, bool isTaken) =>
        Assert.Equal(isTaken ? [] : [EmergencyFault.PostcodeWrong], Faults("Berg", postcode));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Surname_LongerThanAnyName_IsNotAsked(int length, bool isTaken) =>
        Assert.Equal(isTaken ? [] : [EmergencyFault.SurnameMissing], Faults(new string('b', length), "3311AB"));

    [Theory]
    [InlineData("abcde fghij klmnopqr", null)]
    [InlineData("abcde fghij klmnopq", EmergencyFault.WordsTooShort)]
    [InlineData("abcde abcde abcdeabcde", EmergencyFault.WordsEmpty)]
    [InlineData("abab cdcd eeee abab cdcd", null)]
    [InlineData("abab cdcd aaaa abab cdcd", EmergencyFault.WordsEmpty)]
    public void Words_LeastLengthWordsAndLetters_AreTaken(string text, EmergencyFault? fault) => Assert.Equal(fault, WordsQuality.Fault(text, null, 20));

    [Theory]
    [InlineData(WordsQuality.Longest, null)]
    [InlineData(WordsQuality.Longest + 1, EmergencyFault.WordsTooLong)]
    public void Words_AsLongAsIsKept_AreTaken(int length, EmergencyFault? fault) =>
        Assert.Equal(fault, WordsQuality.Fault("abcde fghij " + new string('k', length - 12), null, 20));

    [Theory]
    [InlineData(1, 1, 10, 1, true)]
    [InlineData(50, 100, 500, 30, true)]
    [InlineData(51, 100, 500, 30, false)]
    [InlineData(50, 101, 500, 30, false)]
    [InlineData(50, 100, 501, 30, false)]
    [InlineData(50, 100, 500, 0, false)]
    public void R13_Settings_AtTheirBounds_AreTaken(int searches, int perDay, int text, int days, bool isTaken) => Assert.Equal(
        isTaken, !new EmergencyOptions { SearchesPerQuarter = searches, PerDay = perDay, MinimumText = text, AccountDays = days }.Faults().Any());

    private static IReadOnlyList<EmergencyFault> Faults(string surname, string postcode) =>
        EmergencyCheck.Identity(new() { Surname = surname, Postcode = postcode, Day = "29", Month = "2", Year = "1948" }, _today).Faults;
}

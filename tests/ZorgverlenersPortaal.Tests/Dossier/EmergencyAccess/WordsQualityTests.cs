using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

public sealed class WordsQualityTests
{
    private const int Minimum = 20;

    [Theory]
    [InlineData("Patiënt verward en zweterig binnengebracht, glucose 2,4.")]
    [InlineData("Reanimatie, zoek medicatie")]
    [InlineData("Pijn op de borst\nsinds vanmorgen")]
    public void Fault_AnExplanation_IsNone(string text) => Assert.Null(WordsQuality.Fault(text, "iets heel anders dan dit", Minimum));

    [Theory]
    [InlineData(null, EmergencyFault.WordsTooShort)]
    [InlineData("", EmergencyFault.WordsTooShort)]
    [InlineData("spoed", EmergencyFault.WordsTooShort)]
    [InlineData("                                                ", EmergencyFault.WordsTooShort)]
    [InlineData("spoed .......................................", EmergencyFault.WordsTooShort)]
    [InlineData("a . b . c . d . e . f .", EmergencyFault.WordsTooShort)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", EmergencyFault.WordsEmpty)]
    [InlineData("spoed spoed spoed spoed spoed", EmergencyFault.WordsEmpty)]
    [InlineData("Spoed, SPOED! spoéd; spoed spoed", EmergencyFault.WordsEmpty)]
    [InlineData("spoedgeval spoedgeval patient patient", EmergencyFault.WordsEmpty)]
    [InlineData("1234567890 0987654321 1122334455 66", EmergencyFault.WordsEmpty)]
    [InlineData("abab baba abba baab aabb bbaa", EmergencyFault.WordsEmpty)]
    public void Fault_WhatSaysNothing_IsRefused(string? text, EmergencyFault fault) => Assert.Equal(fault, WordsQuality.Fault(text, null, Minimum));

    [Theory]
    [InlineData("Patiënt verward binnengebracht, zoek medicatie")]
    [InlineData("patient   VERWARD binnengebracht zoek medicatie!!")]
    public void Fault_TextOfTheLastTime_IsRefused(string text) =>
        Assert.Equal(EmergencyFault.WordsRepeated, WordsQuality.Fault(text, "Patiënt verward binnengebracht; zoek medicatie.", Minimum));

    [Fact]
    public void Fault_MoreThanIsKept_IsRefused() =>
        Assert.Equal(EmergencyFault.WordsTooLong, WordsQuality.Fault(string.Concat(Enumerable.Repeat("Patiënt verward binnengebracht ", 70)), null, Minimum));

    [Fact]
    public void Fault_OneCharacterOrWordRepeated_IsAlwaysRefused() => Prop.ForAll(
        Arb.From(Gen.Elements("a", "x ", "spoed ", "é!", "1 2 ", ".", "ab", "nood patiënt ", "\n", "\ud83d")), Arb.From(Gen.Choose(0, 200)),
        (part, times) => WordsQuality.Fault(string.Concat(Enumerable.Repeat(part, times)), null, Minimum) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Fault_AnyText_WithItselfBefore_IsNeverTaken() => Prop.ForAll<string>(text =>
        WordsQuality.Fault(text, text, Minimum) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Kept_AnyText_StaysWithinTheWordsThatWereJudged() => Prop.ForAll<string>(text =>
        WordsQuality.Kept(text ?? "").Length <= (text ?? "").Length
        && WordsQuality.Fault(WordsQuality.Kept(text ?? ""), null, Minimum) == WordsQuality.Fault(text, null, Minimum)).QuickCheckThrowOnFailure();
}

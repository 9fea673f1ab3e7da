using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>A dosage is shown in full or not at all.</summary>
public sealed class DosageTextTests
{
    private const string Daily = """ "timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}} """;
    private const string Dose = """ "doseAndRate":[{"doseQuantity":{"value":1.50,"unit":"stuk","code":"1"}}] """;

    [Fact]
    public void Of_RenderedInstruction_GoesBeforeEverything()
    {
        var agreement = SomeMedicine.Agreement(text: "anders").With(m => m["extension"]!.AsArray().Add(
            new JsonObject { ["url"] = SomeMedicine.Nictiz + "ext-RenderedDosageInstruction", ["valueString"] = "Vanaf 5 jan 2026, 2 maal per dag 1 stuk" }));

        Assert.Equal("Vanaf 5 jan 2026, 2 maal per dag 1 stuk", SomeMedicine.Only(agreement).Dosage);
    }

    [Theory]
    [InlineData("{" + Dose + "," + Daily + "}", "1.50 stuk, 2 maal per dag")]
    [InlineData("""{"doseAndRate":[{"doseRange":{"low":{"value":1,"unit":"mg"},"high":{"value":2,"unit":"mg"}}}],"asNeededCodeableConcept":{"text":"pijn"}}""", "1 mg tot 2 mg, zo nodig bij pijn")]
    [InlineData("{" + Dose + """,  "asNeededBoolean":true,"route":{"text":"oraal"},"maxDosePerPeriod":{"numerator":{"value":4,"unit":"stuk"},"denominator":{"value":1,"unit":"dag"}}}""", "1.50 stuk, zo nodig, oraal, maximaal 4 stuk per 1 dag")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"frequency":1,"frequencyMax":2,"period":8,"periodUnit":"h","timeOfDay":["20:00:00"],"dayOfWeek":["mon","thu"],"boundsDuration":{"value":7,"unit":"dag"}}}}""", "1.50 stuk, 1 tot 2 maal per 8 uur op maandag, donderdag om 20:00 gedurende 7 dag")]
    [InlineData("""{"doseAndRate":[{"rateRatio":{"numerator":{"value":20,"unit":"ml"},"denominator":{"value":1,"unit":"uur"}}}]}""", "snelheid 20 ml per 1 uur")]
    [InlineData("{" + Dose + """,  "timing":{"code":{"text":"2dd"},"repeat":{"frequency":2}}}""", "1.50 stuk, 2dd")]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":0,"comparator":"<","unit":"mg"}}]}""", "< 0 mg")]
    public void R11_OnlyCoded_IsSaidWithDigitsAndUnitsAsWritten(string dosage, string text)
    {
        var medicine = SomeMedicine.Only(SomeMedicine.Dosed(JsonNode.Parse(dosage)!));

        Assert.Equal((text, false), (medicine.Dosage, medicine.IsDosageUnsafe));
    }

    [Theory]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"fortnight"}}}""")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","offset":30,"when":["AC"]}}}""")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/timing-daysOfCycle"}]}}}""")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"when":["ELKE MAAN"]}}}""")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"frequency":"1","period":1,"periodUnit":"d"}}}""")]
    [InlineData("{" + Dose + """,  "timing":{"repeat":{"count":3,"countMax":5}}}""")]
    [InlineData("{" + Dose + """,  "vreemd":true}""")]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":1}},{"doseQuantity":{"value":2}}]}""")]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"unit":"stuk"}}]}""")]
    [InlineData("""{"doseAndRate":[{"doseQuantity":"veel"}]}""")]
    [InlineData("""{"route":{"text":"oraal"}}""")]
    [InlineData("{" + Dose + """,  "maxDosePerPeriod":{"numerator":{"value":4}}}""")]
    [InlineData("{" + Dose + """,  "method":{}}""")]
    [InlineData("7")]
    public void R10_PartOfItIsNotUnderstood_NoDosageButThatItIsNotSafe(string dosage)
    {
        var medicine = SomeMedicine.Only(SomeMedicine.Dosed(JsonNode.Parse(dosage)!));

        Assert.Equal((DosageText.Unsafe, true, "Metoprolol 50 mg"), (medicine.Dosage, medicine.IsDosageUnsafe, medicine.Name));
    }

    [Fact]
    public void R10_OneOfTwoInstructionsIsDamaged_NeitherIsShown()
    {
        var agreement = SomeMedicine.Agreement().With(m => m["dosageInstruction"]!.AsArray().Add(JsonValue.Create(7)));

        Assert.Equal(DosageText.Unsafe, SomeMedicine.Only(agreement).Dosage);
    }

    [Fact]
    public void R10_CycleWithoutText_IsNotBuiltFromCodes()
    {
        var agreement = SomeMedicine.Dosed(JsonNode.Parse("{" + Dose + "," + Daily + "}")!).With(m => m["modifierExtension"] = Cycle());

        var medicine = SomeMedicine.Only(agreement);

        Assert.Equal((DosageText.Unsafe, "5 dag"), (medicine.Dosage, medicine.Cycle));
    }

    [Fact]
    public void R10_UnknownModifierInADosage_OnlyKindAndDate()
    {
        var agreement = SomeMedicine.Dosed(new JsonObject { ["text"] = "1 dd", ["modifierExtension"] = Some.UnknownModifier });

        var medicine = Assert.Single(SomeMedicine.Read(agreement).NotUnderstood);

        Assert.Equal(("Medicatie", null, "05-01-2026", true), (medicine.Name, medicine.Dosage, medicine.Start?.Date, medicine.IsNotUnderstood));
    }

    [Theory]
    [InlineData(1, 1, "a; en ook b")]
    [InlineData(1, 2, "a; daarna b")]
    [InlineData(null, null, "a; b")]
    public void Of_SeveralInstructions_AreJoinedByTheirSequence(int? first, int? second, string text)
    {
        var agreement = SomeMedicine.Agreement().With(m => m["dosageInstruction"] = new JsonArray(Part("a", first), Part("b", second)));

        Assert.Equal(text, SomeMedicine.Only(agreement).Dosage);
    }

    [Fact]
    public void Of_NoDosage_IsNone() => Assert.Null(SomeMedicine.Only(SomeMedicine.Agreement().With(m => m.Remove("dosageInstruction"))).Dosage);

    private static JsonObject Part(string text, int? sequence)
    {
        var part = new JsonObject { ["text"] = text };
        if (sequence is { } number)
        {
            part["sequence"] = number;
        }
        return part;
    }

    private static JsonArray Cycle() => [new JsonObject
    {
        ["url"] = SomeMedicine.Nictiz + "ext-InstructionsForUse.RepeatPeriodCyclicalSchedule",
        ["valueDuration"] = new JsonObject { ["value"] = 5, ["unit"] = "dag" },
    }];
}

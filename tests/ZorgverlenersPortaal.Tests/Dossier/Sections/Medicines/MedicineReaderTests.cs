using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>What is in use, what stopped, and what nobody can tell.</summary>
public sealed class MedicineReaderTests
{
    [Theory]
    [InlineData("2026-01-05", null, MedicineState.InUse)]
    [InlineData("2026-01-05", "2026-03-19", MedicineState.Ended)]
    [InlineData("2026-01-05", "2026-03-20", MedicineState.InUse)]
    [InlineData("2026-01-05", "2026-03", MedicineState.Unknown)]
    [InlineData("2026-01-05", "2026-02", MedicineState.Ended)]
    [InlineData("2026-04-01", null, MedicineState.Planned)]
    [InlineData("2026-03", null, MedicineState.Unknown)]
    public void State_StatusUnknownAsMp9HasIt_GoesByThePeriod(string start, string? end, MedicineState state) =>
        Assert.Equal(state, SomeMedicine.Only(SomeMedicine.Agreement(start: start, end: end)).State);

    [Theory]
    [InlineData("active", MedicineState.InUse)]
    [InlineData("on-hold", MedicineState.Interrupted)]
    [InlineData("completed", MedicineState.Ended)]
    [InlineData("stopped", MedicineState.Stopped)]
    [InlineData("cancelled", MedicineState.Cancelled)]
    [InlineData("draft", MedicineState.Proposed)]
    [InlineData("iets-nieuws", MedicineState.Unknown)]
    public void State_OfAStatus_IsTold(string status, MedicineState state) =>
        Assert.Equal(state, SomeMedicine.Only(SomeMedicine.Agreement().With(m => m["status"] = status)).State);

    [Fact]
    public void R10_StopAgreement_SaysStoppedAndNeverInUse()
    {
        var overview = SomeMedicine.Read(SomeMedicine.Stop());

        Assert.Empty(overview.Current);
        var stop = Assert.Single(overview.Stopped);
        Assert.Equal(("Gestopt per 12-03-2026", "definitief gestopt met medicatie", "Bijwerking"), (stop.StateText, stop.StopType, stop.Reason));
    }

    [Theory]
    [InlineData("ext-StopType")]
    [InlineData("zib-Medication-StopType")]
    public void R10_StopOfAnUnknownKindOrActive_IsStillAStop(string extension)
    {
        var stop = SomeMedicine.Stop(end: null).With(m => m["status"] = "active").With(m => m["modifierExtension"]!.AsArray()[0]!["url"] = SomeMedicine.Nictiz + extension)
            .With(m => m["modifierExtension"]![0]!["valueCodeableConcept"] = new JsonObject());

        var medicine = Assert.Single(SomeMedicine.Read(stop).Stopped);

        Assert.Equal(("Gestopt, datum onbekend", "soort stop onbekend"), (medicine.StateText, medicine.StopType));
    }

    [Fact]
    public void R10_StopWithoutAValue_IsNotUnderstood() =>
        Assert.Single(SomeMedicine.Read(SomeMedicine.Stop().With(m => m["modifierExtension"]![0]!.AsObject().Remove("valueCodeableConcept"))).NotUnderstood);

    [Fact]
    public void R10_LaterStopInTheSameTreatment_TakesTheAgreementOutOfUse()
    {
        var overview = SomeMedicine.Read(SomeMedicine.Agreement(treatment: "t1"), SomeMedicine.Stop());

        Assert.Empty(overview.Current);
        Assert.Equal(["Gestopt per 12-03-2026", "Gestopt per 12-03-2026"], overview.Stopped.Select(m => m.StateText));
        Assert.Contains(overview.Stopped, m => m.StateReason == "Bijwerking" && m.Warnings.Count == 1);
    }

    [Fact]
    public void R10_StopOfADayToCome_LeavesItInUseAndSaysSo()
    {
        var medicine = Assert.Single(SomeMedicine.Read(SomeMedicine.Agreement(treatment: "t1"), SomeMedicine.Stop(end: "2026-04-01")).Current);

        Assert.Equal("Actueel, stopt per 01-04-2026", medicine.StateText);
        Assert.Single(medicine.Warnings);
    }

    [Theory]
    [InlineData("t1", "2026-01-05", "MedicationRequest")]
    [InlineData("t1", "2026-03-12", "MedicationStatement")]
    public void R10_StopThatMayBeAboutIt_IsWarnedOf(string treatment, string recorded, string type)
    {
        var other = type == "MedicationRequest" ? SomeMedicine.Agreement(treatment: treatment) : Use().With(u => u["extension"] = SomeMedicine.Extensions(null, null, treatment));

        var medicine = Assert.Single(SomeMedicine.Read(other, SomeMedicine.Stop(recorded: recorded)).Current);

        Assert.Contains("niet zeker", Assert.Single(medicine.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AgreementMadeAfterTheStop_StaysInUse() =>
        Assert.Empty(Assert.Single(SomeMedicine.Read(SomeMedicine.Agreement(start: "2026-03-14", treatment: "t1"), SomeMedicine.Stop()).Current).Warnings);

    [Fact]
    public void R10_DoNotPerform_IsNeverInUse()
    {
        var overview = SomeMedicine.Read(SomeMedicine.Agreement().With(m => m["doNotPerform"] = true).With(m => m["status"] = "active"));

        Assert.Equal("Niet geven", Assert.Single(overview.NotToGive).StateText);
        Assert.Empty(overview.Current);
    }

    [Theory]
    [InlineData("proposal", MedicineState.Proposed)]
    [InlineData("plan", MedicineState.Proposed)]
    [InlineData("iets", MedicineState.Unknown)]
    public void R10_IntentThatIsNoOrder_IsNotInUse(string intent, MedicineState state) =>
        Assert.Equal(state, SomeMedicine.Only(SomeMedicine.Agreement().With(m => m["intent"] = intent)).State);

    [Fact]
    public void R10_EnteredInError_IsNowhere() => Assert.Empty(SomeMedicine.Read(SomeMedicine.Agreement().With(m => m["status"] = "entered-in-error")).All);

    [Fact]
    public void R10_NotUnderstood_ShowsKindAndDateOnly()
    {
        var medicine = Assert.Single(SomeMedicine.Read(SomeMedicine.Agreement().With(m => m["modifierExtension"] = Some.UnknownModifier)).NotUnderstood);

        Assert.Equal((MedicineKind.Agreement, "Medicatie", "05-01-2026", null, null), (medicine.Kind, medicine.Name, medicine.Start?.Date, medicine.Dosage, medicine.By));
    }

    [Fact]
    public void R10_NotTaken_IsNoUse() => Assert.Equal("Wordt niet gebruikt", Assert.Single(SomeMedicine.Read(Use().With(u => u["status"] = "not-taken")).Stopped).StateText);

    public static TheoryData<JsonObject, string> Products => new()
    {
        { new JsonObject { ["reference"] = "Medication/weg" }, "onbekend middel" },
        { new JsonObject { ["reference"] = "Medication/weg", ["display"] = "Ibuprofen 600" }, "Ibuprofen 600" },
        { new JsonObject { ["reference"] = "https://elders.example/Medication/1" }, "onbekend middel" },
        { new JsonObject { ["identifier"] = Some.Identifier("urn:oid:1.2", "7") }, "onbekend middel" },
        { new JsonObject { ["reference"] = "Medication/er" }, "Naproxen 500" },
        { new JsonObject { ["reference"] = "https://epd.example/fhir/Medication/er/_history/2" }, "Naproxen 500" },
        { new JsonObject { ["reference"] = "Medication/fout", ["display"] = "Ibuprofen 600" }, "onbekend middel" },
        { new JsonObject { ["reference"] = "#mengsel" }, "Crème, Menthol 1 g per 100 g" },
    };

    [Theory]
    [MemberData(nameof(Products))]
    public void R7_Product_HasItsNameOrIsUnknownButNeverDropped(JsonObject reference, string name)
    {
        var agreement = SomeMedicine.Agreement().With(m => m.Remove("medicationCodeableConcept")).With(m => m["medicationReference"] = reference.DeepClone())
            .With(m => m["contained"] = new JsonArray(JsonNode.Parse("""{"resourceType":"Medication","id":"mengsel","form":{"text":"Crème"},"ingredient":[{"itemCodeableConcept":{"text":"Menthol"},"strength":{"numerator":{"value":1,"unit":"g"},"denominator":{"value":100,"unit":"g"}}}]}""")));

        var medicine = SomeMedicine.Only(agreement, Product("er", "Naproxen 500"), Product("fout", "Fout").With(p => p["status"] = "entered-in-error"));

        Assert.Equal((name, name == MedicineProducts.UnknownName), (medicine.Name, medicine.IsNameUnknown));
    }

    [Fact]
    public void R11_UnknownCategory_StandsUnderOther()
    {
        var medicine = Assert.Single(SomeMedicine.Read(SomeMedicine.Agreement().With(m => m["category"] = new JsonArray(Some.Concept("urn:oid:1.2", "x")))).Current);

        Assert.Equal("Overig", medicine.Kind.Text());
    }

    [Theory]
    [InlineData("wk", MedicineState.Ended)]
    [InlineData("mo", MedicineState.InUse)]
    [InlineData("kuur", MedicineState.Unknown)]
    public void State_LengthInsteadOfAnEnd_IsCountedInCalendarUnitsOnly(string code, MedicineState state)
    {
        var agreement = SomeMedicine.Agreement().With(m => m["extension"]![0]!["valuePeriod"]!["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = SomeMedicine.Nictiz + "ext-TimeInterval.Duration",
            ["valueDuration"] = new JsonObject { ["value"] = 3, ["unit"] = "zoveel", ["code"] = code },
        }));

        var medicine = SomeMedicine.Only(agreement);

        Assert.Equal((state, "3 zoveel"), (medicine.State, medicine.Duration));
    }

    [Fact]
    public void Read_AdministrationsAndSupplies_StandApart()
    {
        var overview = SomeMedicine.Read(
            Administration("a1", "2026-03-18T08:00:00+01:00"), Administration("a2", "2026-03-19T08:00:00+01:00").With(a => a["status"] = "not-done"), Supply());

        Assert.Equal(["Niet toegediend", "Toegediend"], overview.Administered.Select(m => m.StateText));
        Assert.Equal(("5 mg, oraal", "18-03-2026 08:00"), (overview.Administered[1].Dosage, overview.Administered[1].Start?.DateAndTime));
        Assert.Equal(("Verstrekt", "30 stuks"), (overview.Supplies[0].StateText, overview.Supplies[0].Amount));
        Assert.Empty(overview.Current);
    }

    internal static JsonObject Use(string id = "mgb1", string name = "Metoprolol 50 mg") => new()
    {
        ["resourceType"] = "MedicationStatement",
        ["id"] = id,
        ["status"] = "active",
        ["category"] = Some.Concept(Some.Snomed, "422979000"),
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = name },
        ["subject"] = Some.Ref("Patient/p1"),
        ["effectivePeriod"] = new JsonObject { ["start"] = "2025-06" },
        ["dateAsserted"] = "2026-01-02",
    };

    internal static JsonObject Administration(string id, string at) => new()
    {
        ["resourceType"] = "MedicationAdministration",
        ["id"] = id,
        ["status"] = "completed",
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = "Oxycodon" },
        ["subject"] = Some.Ref("Patient/p1"),
        ["effectiveDateTime"] = at,
        ["dosage"] = JsonNode.Parse("""{"dose":{"value":5,"unit":"mg"},"route":{"text":"oraal"}}"""),
    };

    internal static JsonObject Product(string id, string name) => new()
    {
        ["resourceType"] = "Medication",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "4" },
        ["code"] = new JsonObject { ["text"] = name },
    };

    private static JsonObject Supply() => new()
    {
        ["resourceType"] = "MedicationDispense",
        ["id"] = "mve1",
        ["status"] = "completed",
        ["category"] = Some.Concept(Some.Snomed, "373784005"),
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = "Oxycodon" },
        ["subject"] = Some.Ref("Patient/p1"),
        ["whenHandedOver"] = "2026-03-18",
        ["quantity"] = new JsonObject { ["value"] = 30, ["unit"] = "stuks" },
    };
}

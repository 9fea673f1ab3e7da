using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>What changed over a stay of 1 to 10 March 2026, from the records only.</summary>
public sealed class MedicineDifferenceTests
{
    private static readonly Admission _stay = Stay("2026-03-01T14:00:00+01:00", "2026-03-10T11:00:00+01:00");

    [Fact]
    public void Changes_NewStoppedChangedAndUnchanged_AreTold()
    {
        var changes = Changes(
            SomeMedicine.Agreement("blijft", name: "Metoprolol"),
            SomeMedicine.Agreement("weg", end: "2026-03-05", name: "Ibuprofen"),
            SomeMedicine.Agreement("nieuw", start: "2026-03-04", name: "Oxycodon"),
            SomeMedicine.Agreement("was", end: "2026-03-03", treatment: "t1", text: "1 maal per dag 40 mg", name: "Furosemide"),
            SomeMedicine.Agreement("wordt", start: "2026-03-04", treatment: "t1", text: "2 maal per dag 40 mg", name: "Furosemide"));

        Assert.Equal(
            [("New", "", "Oxycodon"), ("Stopped", "Ibuprofen", ""), ("Changed", "Furosemide", "Furosemide"), ("Unchanged", "Metoprolol", "Metoprolol")],
            changes.Changes.Select(c => (c.Kind.ToString(), Names(c.Before), Names(c.After))));
        var changed = changes.Changes.Single(c => c.Kind == MedicineChangeKind.Changed);
        Assert.Equal(("1 maal per dag 40 mg", "2 maal per dag 40 mg", "Gekoppeld op de behandeling"), (changed.Before[0].Dosage, changed.After[0].Dosage, changed.Why));
    }

    [Fact]
    public void Changes_OpenAgreementWithALaterStop_IsStoppedWithReasonAndDate()
    {
        var changes = Changes(SomeMedicine.Agreement(treatment: "t1"), SomeMedicine.Stop(end: "2026-03-05", recorded: "2026-03-05"));

        var change = Assert.Single(changes.Changes);
        Assert.Equal((MedicineChangeKind.Stopped, "Gestopt per 05-03-2026", "Bijwerking"), (change.Kind, change.Stop?.StateText, change.Stop?.Reason));
    }

    [Theory]
    [InlineData("2026-03-01", "New")]
    [InlineData("2026-02-28", "Unchanged")]
    public void Changes_BegunOnTheDayOfAdmission_CountsAsBegunInTheStay(string start, string kind) =>
        Assert.Equal(kind, Assert.Single(Changes(SomeMedicine.Agreement(start: start)).Changes).Kind.ToString());

    [Theory]
    [InlineData("2026-03-10", "Stopped")]
    [InlineData("2026-03-11", "Unchanged")]
    public void Changes_EndsOnTheDayOfDischarge_IsNotUsedAfterIt(string end, string kind) =>
        Assert.Equal(kind, Assert.Single(Changes(SomeMedicine.Agreement(end: end)).Changes).Kind.ToString());

    [Theory]
    [InlineData("2026-03", null)]
    [InlineData("2026-01", "2026-03")]
    public void R11_PartialDateAroundTheStay_IsNotGuessed(string start, string? end)
    {
        var changes = Changes(SomeMedicine.Agreement(start: start, end: end));

        Assert.Single(changes.NotCompared.Concat(changes.Changes.Where(c => c.Kind is MedicineChangeKind.Stopped).SelectMany(c => c.Before)));
        Assert.DoesNotContain(changes.Changes, c => c.Kind is MedicineChangeKind.New or MedicineChangeKind.Unchanged);
    }

    [Fact]
    public void R10_SeveralOfOneTreatment_AreUncertain()
    {
        var changes = Changes(
            SomeMedicine.Agreement("a", end: "2026-03-05", treatment: "t1"), SomeMedicine.Agreement("b", end: "2026-03-05", treatment: "t1"),
            SomeMedicine.Agreement("c", start: "2026-03-06", treatment: "t1"));

        var change = Assert.Single(changes.Changes);
        Assert.Equal((MedicineChangeKind.Uncertain, 2, 1), (change.Kind, change.Before.Count, change.After.Count));
        Assert.Contains("Niet zeker", change.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void R10_SameProductInAnotherTreatment_IsUncertain() =>
        Assert.Equal(MedicineChangeKind.Uncertain, Assert.Single(Changes(
            SomeMedicine.Agreement("a", end: "2026-03-05", treatment: "t1"), SomeMedicine.Agreement("b", start: "2026-03-06", treatment: "t2")).Changes).Kind);

    [Fact]
    public void R10_SameProductAsAnotherKindOfRecord_IsUncertain()
    {
        var changes = Changes(MedicineReaderTests.Use().With(u => u["effectivePeriod"]!["end"] = "2026-03-05"), SomeMedicine.Agreement(start: "2026-03-06"));

        Assert.All(changes.Changes, c => Assert.Equal(MedicineChangeKind.Uncertain, c.Kind));
        Assert.Equal(2, changes.Changes.Count);
    }

    [Fact]
    public void R10_ProductNobodyKnows_LeavesNewAndStoppedUncertain() =>
        Assert.All(
            Changes(SomeMedicine.Agreement("a", end: "2026-03-05"), SomeMedicine.Agreement("b", start: "2026-03-06").With(m => m.Remove("medicationCodeableConcept"))).Changes,
            c => Assert.Equal(MedicineChangeKind.Uncertain, c.Kind));

    [Fact]
    public void R10_DosageThatCannotBeShown_IsNotCalledUnchanged()
    {
        static void Spoil(JsonObject m) => m["dosageInstruction"] = new JsonArray(7);

        var changes = Changes(SomeMedicine.Agreement("a", end: "2026-03-05", treatment: "t1").With(Spoil), SomeMedicine.Agreement("b", start: "2026-03-06", treatment: "t1").With(Spoil));

        Assert.Equal(MedicineChangeKind.Uncertain, Assert.Single(changes.Changes).Kind);
    }

    [Fact]
    public void R10_NotUnderstoodAndPutOff_AreNotCompared()
    {
        var changes = Changes(
            SomeMedicine.Agreement("a").With(m => m["modifierExtension"] = Some.UnknownModifier), SomeMedicine.Agreement("b").With(m => m["status"] = "on-hold"));

        Assert.Empty(changes.Changes);
        Assert.Equal(2, changes.NotCompared.Count);
    }

    [Fact]
    public void Changes_AgreementForTheDischarge_CountsAsUsedAfterIt()
    {
        var agreement = SomeMedicine.Agreement(start: "2026-03-12").With(m => m["encounter"] = Some.Ref("Encounter/e1")).With(
            m => m["category"]!.AsArray().Add(Some.Concept("http://terminology.hl7.org/CodeSystem/medicationrequest-category", "discharge")));

        Assert.Equal(MedicineChangeKind.New, Assert.Single(Changes(agreement).Changes).Kind);
    }

    [Fact]
    public void Changes_StayGoesOn_ComparesWithNow()
    {
        var changes = SomeMedicine.Read(SomeMedicine.Agreement(start: "2026-03-20")).ChangesDuring(Stay("2026-03-01", null));

        Assert.True(changes.IsStillAdmitted);
        Assert.Equal(MedicineChangeKind.New, Assert.Single(changes.Changes).Kind);
    }

    [Fact]
    public void R7_PartOfTheMedicationIsMissing_TheDifferenceSaysSo() =>
        Assert.True((SomeMedicine.Read(SomeMedicine.Agreement()) with { MayMissSome = true }).ChangesDuring(_stay).MayMissSome);

    [Theory]
    [InlineData("2026-03", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("2026-03-01", "9999-12-31")]
    public void Changes_StayWithoutADayThatCanBe_IsRefused(string start, string? end) =>
        Assert.Throws<ArgumentException>(() => SomeMedicine.Read().ChangesDuring(Stay(start, end)));

    [Fact]
    public void R7_AnyMedication_EveryOneOfBothSidesStandsInExactlyOneChange()
    {
        var medicine = from number in Gen.Choose(1, 28)
                       from treatment in Gen.Elements<string?>(null, null, "t1", "t2", "t3")
                       from name in Gen.Elements("A", "B", "b ", "C")
                       from start in Gen.Elements<string?>("2026-01-05", "2026-02", "2026-03-01", "2026-03-05", "2026-03", "2026-03-12", "2024", null)
                       from end in Gen.Elements<string?>(null, null, "2026-02-20", "2026-03-01", "2026-03-05", "2026-03-10", "2026-03", "2026-04-30")
                       from code in Gen.Choose(0, 3)
                       from kind in Gen.Choose(0, 9)
                       select Any(number, treatment, name, start, end, code, kind);

        Prop.ForAll(medicine.ListOf().ToArbitrary(), made =>
        {
            var overview = SomeMedicine.Read([.. made.Select((m, i) => m(i.ToString(CultureInfo.InvariantCulture)).As())]);
            var changes = overview.ChangesDuring(_stay);
            AssertSame(changes.AtAdmission, changes.Changes.SelectMany(c => c.Before));
            AssertSame(changes.AtDischarge, changes.Changes.SelectMany(c => c.After));
            Assert.Empty(changes.NotCompared.Intersect(changes.AtAdmission.Concat(changes.AtDischarge)));
            Assert.DoesNotContain(changes.AtAdmission.Concat(changes.AtDischarge), m => m.StopType is not null || m.IsNotUnderstood);
            Assert.All(changes.Changes.Where(c => c.Kind is not MedicineChangeKind.Uncertain), c => Assert.True(c.Before.Count < 2 && c.After.Count < 2));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static Func<string, JsonObject> Any(int number, string? treatment, string name, string? start, string? end, int code, int kind) => id =>
    {
        var made = kind switch
        {
            0 => SomeMedicine.Stop(id, end, treatment ?? "t1", "2026-03-" + number.ToString("00", CultureInfo.InvariantCulture)),
            1 => MedicineReaderTests.Use(id, name),
            2 => SomeMedicine.Agreement(id, start, end, treatment).With(m => m["modifierExtension"] = Some.UnknownModifier),
            3 => SomeMedicine.Agreement(id, start, end, treatment).With(m => m["medicationCodeableConcept"] = new JsonObject()),
            _ => SomeMedicine.Agreement(id, start, end, treatment, $"{number} mg", name),
        };
        if (code > 0 && kind > 3)
        {
            made["medicationCodeableConcept"]!["coding"] = Some.Concept("urn:oid:1.2.3", "c" + code)["coding"]!.DeepClone();
        }
        return made;
    };

    private static void AssertSame(IReadOnlyList<Medicine> side, IEnumerable<Medicine> told) =>
        Assert.Equal(side.Select(m => m.Source).Order(StringComparer.Ordinal), told.Select(m => m.Source).Order(StringComparer.Ordinal));

    private static MedicineChanges Changes(params JsonObject[] resources) => SomeMedicine.Read(resources).ChangesDuring(_stay);

    private static string Names(IReadOnlyList<Medicine> medicines) => string.Join(',', medicines.Select(m => m.Name));

    private static Admission Stay(string start, string? end) => new()
    {
        State = end is null ? AdmissionState.Admitted : AdmissionState.Discharged,
        Start = WrittenDate.Of(FhirDateTime.TryParse(start)),
        End = WrittenDate.Of(FhirDateTime.TryParse(end)),
        EncounterIds = ["e1"],
    };
}

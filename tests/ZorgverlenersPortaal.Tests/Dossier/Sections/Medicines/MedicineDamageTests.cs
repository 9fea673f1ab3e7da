using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>Whatever stands in medication, the section and the difference are made: damage costs one record, never the page.</summary>
public sealed class MedicineDamageTests
{
    private static readonly byte[] _sound = Encoding.UTF8.GetBytes("""
        {"resourceType":"Bundle","entry":[
         {"resource":{"resourceType":"MedicationRequest","id":"r1","status":"active","intent":"order","category":[{"coding":[{"system":"http://snomed.info/sct","code":"33633005"}]}],"medicationReference":{"reference":"Medication/m1","display":"d"},
           "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"start":"2026-01-05","extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Duration","valueDuration":{"value":3,"unit":"week","code":"wk"}}]}},
             {"url":"http://nictiz.nl/fhir/StructureDefinition/ext-PharmaceuticalTreatment.Identifier","valueIdentifier":{"system":"urn:oid:1.2.3","value":"t1"}}],
           "authoredOn":"2026-01-05","requester":{"display":"d"},"reasonCode":[{"text":"r"}],"reasonReference":[{"display":"r"}],"note":[{"text":"n"}],"encounter":{"reference":"Encounter/e1"},
           "dosageInstruction":[{"sequence":1,"timing":{"code":{"text":"c"},"event":["2026-01-05"],"repeat":{"frequency":2,"frequencyMax":3,"period":1,"periodMax":2,"periodUnit":"d","count":3,"dayOfWeek":["mon"],"timeOfDay":["20:00:00"],"when":["MORN"],"boundsPeriod":{"start":"2026-01-05","end":"2026-02"}}},
             "asNeededBoolean":true,"route":{"text":"o"},"site":{"text":"s"},"method":{"text":"m"},"additionalInstruction":[{"text":"a"}],"patientInstruction":"p","maxDosePerPeriod":{"numerator":{"value":4,"unit":"stuk"},"denominator":{"value":1,"unit":"dag"}},
             "maxDosePerAdministration":{"value":1,"unit":"stuk"},"doseAndRate":[{"doseRange":{"low":{"value":1,"comparator":"<"},"high":{"value":2}},"rateRatio":{"numerator":{"value":1},"denominator":{"value":2}}}]}]}},
         {"resource":{"resourceType":"MedicationRequest","id":"r2","status":"unknown","intent":"order","medicationCodeableConcept":{"coding":[{"system":"s","code":"c"}],"text":"t"},"authoredOn":"2026-03-05","doNotPerform":false,
           "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-PharmaceuticalTreatment.Identifier","valueIdentifier":{"system":"urn:oid:1.2.3","value":"t1"}},{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"start":"2026-01-05","end":"2026-03-05"}}],
           "modifierExtension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-StopType","valueCodeableConcept":{"text":"gestopt"}},{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-InstructionsForUse.RepeatPeriodCyclicalSchedule","valueDuration":{"value":5,"unit":"dag"}}]}},
         {"resource":{"resourceType":"MedicationStatement","id":"s1","status":"active","statusReason":[{"text":"r"}],"category":{"text":"c"},"medicationCodeableConcept":{"text":"t"},"effectivePeriod":{"start":"2025","end":"2027"},"dateAsserted":"2026","informationSource":{"display":"d"},"dosage":[{"text":"1 dd"}]}},
         {"resource":{"resourceType":"MedicationDispense","id":"d1","status":"in-progress","category":{"coding":[{"system":"http://snomed.info/sct","code":"422037009"}]},"medicationReference":{"reference":"#c"},"contained":[{"resourceType":"Medication","id":"c","code":{"text":"t"}}],"quantity":{"value":30,"unit":"stuks"},"daysSupply":{"value":30},"performer":[{"actor":{"display":"a"}}],"whenHandedOver":"2026-01-05","statusReasonCodeableConcept":{"text":"r"}}},
         {"resource":{"resourceType":"MedicationAdministration","id":"a1","status":"completed","medicationReference":{"reference":"Medication/m1"},"effectiveDateTime":"2026-03-18T08:00:00+01:00","performer":[{"actor":{"display":"a"}}],"dosage":{"dose":{"value":5,"unit":"mg"},"rateQuantity":{"value":1,"unit":"ml"},"route":{"text":"o"}}}},
         {"resource":{"resourceType":"Medication","id":"m1","status":"active","code":{"coding":[{"system":"s","code":"c","display":"d"}]},"form":{"text":"f"},"ingredient":[{"itemReference":{"display":"i"},"strength":{"numerator":{"value":1,"unit":"g"},"denominator":{"value":2,"unit":"g"}}}]}}]}
        """);

    [Fact]
    public void R7_AnyValueSwapped_TheSectionAndTheDifferenceAreMade()
    {
        string[] values = ["7", "null", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]", "[[]]", "\"entered-in-error\"", "\"stopped\"", "1e999", "\"2024-02-30\"", "\"9999-12-31T23:59:59-12:00\"", "\"0001\"", "99999999999", "\"#c\"", "\"a\"", "\"2026-03-01\""];
        var swapped = from first in Gen.Choose(0, 400)
                      from second in Gen.Choose(0, 400)
                      from value in Gen.Elements(values)
                      from other in Gen.Elements(values)
                      select ValueSwap.Swap(ValueSwap.Swap(_sound, first, value), second, other);

        Prop.ForAll(swapped.ToArbitrary(), IsShown).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void R10_AnySwappedModifier_NeverTurnsAStopIntoUse()
    {
        var sound = SomeMedicine.Stop().ToJsonString();
        foreach (var value in new[] { "7", "null", "\"x\"", "[]", "{}", "[null]", "[7]", "[{}]", "[{\"url\":7}]", "[{\"url\":\"http://nictiz.nl/fhir/StructureDefinition/ext-StopType\"}]" })
        {
            var at = sound.IndexOf("\"modifierExtension\":", StringComparison.Ordinal) + "\"modifierExtension\":".Length;
            var damaged = FhirJson.Read(Encoding.UTF8.GetBytes(sound[..at] + value + "}"));
            var overview = SomeMedicine.Read([damaged]);
            // An empty list or object says nothing at all; R4 forbids both, and neither names a stop.
            Assert.True(overview.Current.Count == 0 || value is "[]", value);
        }
    }

    [SharedDataFact("fhir-data/dev")]
    public void R7_EveryPublishedMedication_IsShownOrDegrades()
    {
        var resources = SharedData.FhirFiles("dev").Select(f => FhirJson.Read(File.ReadAllBytes(f))).SelectMany(All)
            .Where(r => r.Id is not null).DistinctBy(r => r.Reference).ToList();
        var records = resources.OfType<MedicationRecord>().Where(r => !r.IsEnteredInError).ToList();
        Assert.InRange(records.Count, 10, int.MaxValue);

        var overview = SomeMedicine.Read(resources);

        Assert.Equal(records.Select(r => r.VersionedReference).Order(StringComparer.Ordinal), overview.All.Select(m => m.Source).Order(StringComparer.Ordinal));
        Assert.All(overview.All.Where(m => !m.IsNotUnderstood), m => Assert.NotEmpty(m.Name));
        Assert.All(overview.All, m => Assert.NotEmpty(FhirText.Dump(m)));
    }

    [SharedDataFact("fhir-data/dev/patients")]
    public void R10_Mp9PatientOfNictiz_StopsAndTextsAreRead()
    {
        var file = SharedData.FhirFiles("dev/patients").Single(f => f.EndsWith("XXX-Kester.transaction.json", StringComparison.Ordinal));

        var overview = SomeMedicine.Read([.. All(FhirJson.Read(File.ReadAllBytes(file)))]);

        Assert.Empty(overview.NotUnderstood);
        Assert.All(overview.All, m => Assert.Equal("IBUPROFEN TABLET 600MG", m.Name));
        Assert.Empty(overview.Current);
        var stop = Assert.Single(overview.Stopped, m => m.StopType is not null);
        Assert.Equal((MedicineKind.Schedule, "Gestopt per 24-11-2022", "5 dag"), (stop.Kind, stop.StateText, stop.Cycle));
        Assert.StartsWith("Vanaf 17 nov 2022, tot en met 24 nov 2022, cyclus van 5 dagen", stop.Dosage, StringComparison.Ordinal);
        var agreement = Assert.Single(overview.Stopped, m => m.Kind == MedicineKind.Agreement);
        Assert.Equal(("11-11-2022 00:00", "10-12-2022 23:59"), (agreement.Start?.DateAndTime, agreement.End?.DateAndTime));
        Assert.Equal("3 week", Assert.Single(overview.Stopped, m => m.Kind == MedicineKind.AdministrationAgreement).Duration);
        Assert.Contains(overview.Administered, m => m.Dosage == "0 stuk, Oraal");
    }

    private static bool IsShown(byte[] json)
    {
        List<Resource> resources;
        try
        {
            resources = [.. All(FhirJson.Read(json))];
        }
        catch (FhirFormatException)
        {
            return true; // the answer itself was no longer one; the EPD's failure, told elsewhere
        }
        var overview = SomeMedicine.Read([.. resources.Where(r => r.Id is not null).DistinctBy(r => r.Reference)]);
        var stay = new Admission { State = AdmissionState.Discharged, Start = WrittenDate.Of(FhirDateTime.TryParse("2026-03-01")), End = WrittenDate.Of(FhirDateTime.TryParse("2026-03-10")), EncounterIds = ["e1"] };
        return overview.All.All(m => FhirText.Dump(m).Length > 0) && overview.ChangesDuring(stay).Changes.All(c => FhirText.Dump(c).Length > 0)
            && overview.Current.All(m => m is { StopType: null, IsNotUnderstood: false });
    }

    private static IEnumerable<Resource> All(Resource resource) =>
        resource is Bundle bundle ? bundle.Entries.Select(e => e.Resource).OfType<Resource>() : [resource];
}

using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class MedicationTests
{
    private const string Nictiz = "http://nictiz.nl/fhir/StructureDefinition/";

    [Fact]
    public void Read_Prescription_KeepsWhatIsWritten()
    {
        var request = Read<MedicationRequest>($$$"""
            {"resourceType":"MedicationRequest","status":"active","intent":"order","medicationReference":{"reference":"Medication/1"},
             "extension":[{"url":"{{{Nictiz}}}ext-RenderedDosageInstruction","valueString":"1 dd"},
               {"url":"{{{Nictiz}}}ext-TimeInterval.Period","valuePeriod":{"extension":[{"url":"{{{Nictiz}}}ext-TimeInterval.Duration","valueDuration":{"value":3,"unit":"week"}}],"start":"2026"}},
               {"url":"{{{Nictiz}}}ext-PharmaceuticalTreatment.Identifier","valueIdentifier":{"value":"t"}}],
             "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.50,"comparator":"<","unit":"stuk"}}]}]}
            """);

        Assert.Null(request.NotUnderstood);
        Assert.Equal(("1 dd", "2026", "3", "t"), (request.RenderedDosage, request.UsePeriod?.Start?.Text, request.UsePeriod?.Duration?.Value, request.Treatment?.Value));
        Assert.Equal(("1.50", "<"), (request.Dosages?.Items[0].Doses[0].Dose?.Value, request.Dosages?.Items[0].Doses[0].Dose?.Comparator));
    }

    [Theory]
    [InlineData("ext-StopType", "valueCodeableConcept", true)]
    [InlineData("zib-Medication-StopType", "valueCodeableConcept", true)]
    [InlineData("ext-StopType", "valueString", false)]
    [InlineData("ext-Stop", "valueCodeableConcept", false)]
    public void R10_ModifierExtension_IsReadOrRefuses(string name, string kind, bool isRead)
    {
        var value = kind is "valueString" ? "\"gestopt\"" : """{"text":"gestopt"}""";
        foreach (var type in new[] { "MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration" })
        {
            var record = Read<MedicationRecord>($$$"""{"resourceType":"{{{type}}}","modifierExtension":[{"url":"{{{Nictiz}}}{{{name}}}","{{{kind}}}":{{{value}}}}]}""");

            Assert.Equal((isRead, isRead), (record.NotUnderstood is null, record.StopType?.Text is "gestopt"));
        }
    }

    [Theory]
    [InlineData(""" "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period"}] """)]
    [InlineData(""" "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"end":"morgen"}}] """)]
    [InlineData(""" "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Duration"}]}}] """)]
    [InlineData(""" "extension":{} """)]
    [InlineData(""" "medicationCodeableConcept":{"text":"a"},"medicationReference":{"display":"b"} """)]
    [InlineData(""" "medicationCodeableConcept":7 """)]
    [InlineData(""" "dosageInstruction":[{"text":"a"}],"dosageInstruction":[{"text":"b"}] """)]
    [InlineData(""" "doNotPerform":"true" """)]
    [InlineData(""" "category":{} """)]
    public void R10_WhatWouldChangeItsMeaning_IsNotLost(string property) =>
        Assert.NotNull(Read<MedicationRequest>($$$"""{"resourceType":"MedicationRequest",{{{property}}}}""").NotUnderstood);

    [Theory]
    [InlineData("""[{"doseAndRate":[{"doseQuantity":7}]}]""")]
    [InlineData("""[{"text":"a"},7]""")]
    [InlineData("{}")]
    public void Read_DamagedDosage_SaysSoAndLeavesTheRest(string dosages)
    {
        var request = Read<MedicationRequest>($$$"""{"resourceType":"MedicationRequest","dosageInstruction":{{{dosages}}}}""");

        Assert.Equal((null, true), (request.NotUnderstood, request.Dosages?.IsDamaged));
    }

    private static T Read<T>(string json) where T : Resource => Assert.IsType<T>(FhirJson.Read(Encoding.UTF8.GetBytes(json)), exactMatch: false);
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;
using TestResult = ZorgverlenersPortaal.Dossier.Sections.Results.TestResult;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>Whatever stands in a result, the section is made: damage costs one line, never the page.</summary>
public sealed class ResultDamageTests
{
    private static readonly byte[] _sound = Encoding.UTF8.GetBytes("""
        {"resourceType":"Bundle","entry":[
         {"resource":{"resourceType":"Observation","id":"o1","status":"final","category":[{"coding":[{"system":"http://snomed.info/sct","code":"19851009"}]}],"code":{"coding":[{"system":"l","code":"c"}],"text":"t"},
           "effectiveDateTime":"2026-03-08T09:30:00+01:00","issued":"2026-03-08T09:30:00Z","valueQuantity":{"value":1.5,"comparator":"<","unit":"u","code":"c"},"interpretation":[{"coding":[{"system":"http://snomed.info/sct","code":"30714006"}]}],
           "referenceRange":[{"low":{"value":1},"high":{"value":2},"appliesTo":[{"text":"a"}],"age":{"low":{"value":1}},"text":"x"}],"performer":[{"reference":"Organization/l","display":"d"}],"specimen":{"reference":"Specimen/s"},
           "note":[{"text":"n"}],"hasMember":[{"reference":"Observation/o2"},{"reference":"Observation/o1"}],"component":[{"code":{"text":"c"},"valueRatio":{"numerator":{"value":1},"denominator":{"value":2}},"interpretation":[{"text":"S"}]}]}},
         {"resource":{"resourceType":"Observation","id":"o2","status":"preliminary","code":{"text":"t"},"effectivePeriod":{"start":"2026","end":"2027"},"valuePeriod":{"start":"2026"},"dataAbsentReason":{"coding":[{"code":"masked"}]},"focus":[{"display":"x"}]}},
         {"resource":{"resourceType":"DiagnosticReport","id":"r1","status":"final","category":[{"text":"c"}],"code":{"text":"t"},"effectiveDateTime":"2026","conclusion":"<p>x</p>","result":[{"reference":"Observation/o1"}],"specimen":[{"reference":"Specimen/s"}],
           "resultsInterpreter":[{"reference":"PractitionerRole/p"}],"presentedForm":[{"contentType":"application/pdf","url":"Binary/b"}],"conclusionCode":[{"text":"c"}]}},
         {"resource":{"resourceType":"Specimen","id":"s","type":{"text":"t"},"status":"available","collection":{"collectedPeriod":{"end":"2026"},"bodySite":{"text":"b"}},"receivedTime":"2026-03-08T09:30:00Z"}},
         {"resource":{"resourceType":"PractitionerRole","id":"p","practitioner":{"reference":"Practitioner/x","display":"d"},"organization":{"reference":"Organization/l"},"telecom":[{"system":"phone","value":"1"}]}},
         {"resource":{"resourceType":"Organization","id":"l","name":"n","telecom":[{"system":"phone","value":"1"}]}}]}
        """);

    [Fact]
    public void R7_AnyValueSwapped_TheSectionIsMade()
    {
        string[] values = ["7", "null", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]", "[[]]", "\"entered-in-error\"", "1e999", "\"2024-02-30\"", "\"#o1\"", "\"Observation/o2\"", "[{\"reference\":\"Observation/o2\"}]", "\"9999-12-31T23:59:59-12:00\"", "\"0001\""];
        var swapped = from first in Gen.Choose(0, 400)
                      from second in Gen.Choose(0, 400)
                      from value in Gen.Elements(values)
                      from other in Gen.Elements(values)
                      select ValueSwap.Swap(ValueSwap.Swap(_sound, first, value), second, other);

        Prop.ForAll(swapped.ToArbitrary(), IsShown).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [SharedDataFact("fhir-data/dev")]
    public void R7_EveryPublishedResult_IsShownOrDegrades()
    {
        var resources = SharedData.FhirFiles("dev").Select(Load).SelectMany(All).ToList();
        var observations = resources.OfType<Observation>().Where(o => !o.IsEnteredInError && o.Id is not null).DistinctBy(o => o.Reference).ToList();
        var reports = resources.OfType<DiagnosticReport>().Where(o => !o.IsEnteredInError && o.Id is not null).DistinctBy(r => r.Reference).ToList();
        Assert.InRange(observations.Count, 100, int.MaxValue);

        var shown = Read(resources);

        var lines = shown.SelectMany(s => s.Results.Concat(s.Reports.SelectMany(r => r.Results))).SelectMany(Flat).ToList();
        Assert.Empty(observations.Select(o => o.Reference).Except(lines.Concat(shown.SelectMany(s => s.Results)).Select(l => l.Source).Concat(lines.SelectMany(l => l.Growth?.Susceptibilities ?? []).Select(s => s.Source))));
        Assert.Equal(reports.Count, shown.Sum(s => s.Reports.Count));
        Assert.All(lines.Where(l => !l.IsNotUnderstood), l => Assert.True(l.Value is not null || l.Missing is not null || l.Members.Count > 0 || l.Growth is not null, l.Source));
        var thorax = shown.SelectMany(s => s.Reports).Single(r => r.Source == "DiagnosticReport/nl-core-TextResult-01");
        Assert.Equal((ResultState.Preliminary, true), (thorax.Status.State, thorax.Conclusion!.Contains("\nVraagstelling: ", StringComparison.Ordinal)));
    }

    private static IEnumerable<TestResult> Flat(TestResult line) => line.Members.SelectMany(Flat).Prepend(line);

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
        var overview = new ResultOverview { Specialties = Read(resources) };
        PendingAtDischarge.Of(overview, []);
        return FhirText.Dump(overview).Length > 0;
    }

    private static IReadOnlyList<ResultSpecialty> Read(IReadOnlyList<Resource> resources) =>
        new ResultReader(new ResultGrouping(new ResultsOptions()), SomeResult.Base, new FakeClock().GetUtcNow()).Read([.. resources.Where(r => r.Id is not null).DistinctBy(r => r.Reference)]);

    private static IEnumerable<Resource> All(Resource resource) =>
        resource is Bundle bundle ? bundle.Entries.Select(e => e.Resource).OfType<Resource>() : [resource];

    private static Resource Load(string file) => FhirJson.Read(File.ReadAllBytes(file));
}

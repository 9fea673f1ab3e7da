using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>Reading a Bundle of diagnoses beside its limit: a reader that only skips through (perf.md §3; goal at least 0.50 of it).</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class FhirReading
{
    private byte[] _bundle = [];

    /// <summary>Entries in the Bundle; 40 is about 20 kB, 400 about 200 kB.</summary>
    [Params(40, 400, 4000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Make() => _bundle = Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"Bundle","type":"searchset","entry":[{{string.Join(',', Enumerable.Range(0, Entries).Select(Entry))}}]}""");

    [Benchmark(Baseline = true)]
    public int SkipThrough()
    {
        var reader = new Utf8JsonReader(_bundle);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }
        return tokens;
    }

    [Benchmark]
    public int Read() => ((Bundle)FhirJson.Read(_bundle)).Entries.Count;

    private static string Entry(int i) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"fullUrl":"https://epd.example/fhir/Condition/c{{i}}","resource":{"resourceType":"Condition","id":"c{{i}}","meta":{"versionId":"1"},
        "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}] },
        "code":{"coding":[{"system":"http://snomed.info/sct","code":"44054006","display":"Diabetes mellitus type 2"}],"text":"Diabetes mellitus type 2" },
        "subject":{ "reference":"Patient/p{{i % 7}}" },"onsetDateTime":"2019-0{{1 + (i % 9)}}-12","note":[{"text":"Opmerking {{i}}"}] },"search":{"mode":"match"} }
        """);
}

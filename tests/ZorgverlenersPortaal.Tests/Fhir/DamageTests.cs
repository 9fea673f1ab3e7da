using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Whatever an EPD sends: a resource, or a FhirFormatException. Anything else would be a crash on a doctor's page.</summary>
public class DamageTests
{
    private const string Sound = """
        {"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"x"}],"entry":[
         {"fullUrl":"https://e/Encounter/e1","resource":{"id":"e1","meta":{"versionId":"1","lastUpdated":"2024-01-01T00:00:00.1Z"},"status":"finished",
           "contained":[{"resourceType":"Location","id":"l"}],"period":{"start":"2024-02-29","_end":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}},
           "subject":{"reference":"Patient/1","display":"Pati\u00ebnt \ud83d\ude00"},"resourceType":"Encounter"},"search":{"mode":"match"}},
         {"resource":{"resourceType":"Consent","modifierExtension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther","valueString":"é"}],
           "provision":{"type":"deny","code":[{"coding":[{"system":"s","code":"c"}]}]}}},
         {"resource":{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"extension":[]}],"_family":{"extension":[{"url":"u","valueString":"x"}]}}],"address":[{"line":["a"],"_line":[null]}]}},
         {"resource":{"resourceType":"Condition","onsetAge":{"value":1.50,"comparator":"<"},"code":{"text":"t"},"note":[{"text":"n"}]}},
         {"resource":{"resourceType":"DocumentReference","content":[{"attachment":{"data":"QUJD","size":3}}]}},
         {"resource":{"resourceType":"RelatedPerson","active":true,"relationship":[{"text":"dochter"}],"telecom":[{"use":"old","value":"1"}],"period":{"end":"2024"}}},
         {"resource":{"resourceType":"EpisodeOfCare","extension":[{"url":"u","valueString":"x"}],"status":"active","diagnosis":[{"condition":{"reference":"#c"}}]}},
         {"resource":{"resourceType":"Flag","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/flag-detail","valueReference":{"reference":"Condition/1"}}],"status":"active","code":{"text":"t"}}},
         {"resource":{"resourceType":"CareTeam","participant":[{"role":[{"text":"arts"}],"member":{"identifier":{"use":"temp","value":"1"}}}]}}]}
        """;

    private static readonly byte[][] _pieces =
    [
        .. new[] { "\"", "{", "}", "[", "]", ",", ":", "null", "true", "-1.5e3", "\\", "\\u", "\\ud800", "\"resourceType\":\"Patient\",", "\"id\":7,", "\"_status\":{},", "[[[[", "{\"a\":", "\0", " " }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    private static Gen<Func<byte[], byte[]>> Damage => Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(at => (Func<byte[], byte[]>)(bytes => bytes[..(at % (bytes.Length + 1))])),
        from at in Gen.Choose(0, int.MaxValue)
        from mask in Gen.Choose(1, 255)
        select (Func<byte[], byte[]>)(bytes => bytes.Length == 0 ? bytes : [.. bytes[..(at % bytes.Length)], (byte)(bytes[at % bytes.Length] ^ mask), .. bytes[((at % bytes.Length) + 1)..]]),
        from at in Gen.Choose(0, int.MaxValue)
        from piece in Gen.Elements(_pieces)
        select (Func<byte[], byte[]>)(bytes => [.. bytes[..(at % (bytes.Length + 1))], .. piece, .. bytes[(at % (bytes.Length + 1))..]]),
        from at in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(1, 40)
        select (Func<byte[], byte[]>)(bytes => [.. bytes[..(at % (bytes.Length + 1))], .. bytes[Math.Min(bytes.Length, (at % (bytes.Length + 1)) + length)..]]));

    [Fact]
    public void Read_DamagedJson_GivesAResourceOrAFormatException()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        var damaged = Gen.Choose(1, 3).SelectMany(times => Gen.ArrayOf(Damage, times)).Select(all => all.Aggregate(sound, (bytes, damage) => damage(bytes)));

        Prop.ForAll(damaged.ToArbitrary(), IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(10000));
    }

    [Fact]
    public void Read_ValueSwappedForAnother_GivesAResource()
    {
        string[] values = ["7", "null", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]", "[[]]", "{\"a\":[]}", "\"\\ud800\"", "1e999", "\"2024-02-30\""];
        var tokens = Encoding.UTF8.GetBytes(Sound);
        var swapped = from index in Gen.Choose(0, 300)
                      from value in Gen.Elements(values)
                      select ValueSwap.Swap(tokens, index, value);

        // The JSON stays well-formed, so only a lost resourceType may be refused.
        Prop.ForAll(swapped.ToArbitrary(), json => IsReadOrRefused(json)).Check(Config.QuickThrowOnFailure.WithMaxTest(10000));
    }

    [Fact]
    public void Read_RandomBytes_GivesAResourceOrAFormatException()
    {
        var bytes = Gen.Choose(0, 60).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 255).Select(one => (byte)one), length));

        Prop.ForAll(bytes.ToArbitrary(), IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool IsReadOrRefused(byte[] json)
    {
        try
        {
            var dump = FhirText.Dump(FhirJson.Read(json));
            return dump.Length > 0;
        }
        catch (FhirFormatException fault)
        {
            return fault.Position >= 0 && fault.Position <= json.Length;
        }
    }
}

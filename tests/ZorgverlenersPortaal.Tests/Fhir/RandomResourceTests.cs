using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Resources made at random of R4's own elements, with values as R4 has them and as it has not: all are read.</summary>
public class RandomResourceTests
{
    private const int Deepest = 4;

    [Fact]
    public void Read_RandomElementsOfAnyType_GivesThatType()
    {
        var resources = from type in Gen.Elements(ReadTypes.Resources.Select(type => type.Name))
                        from json in Content(type, $"\"resourceType\":\"{type}\"", depth: 0)
                        select (Type: type, Json: json);

        Prop.ForAll(resources.ToArbitrary(), IsReadAsItsType).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    /// <summary>An object of up to six of the elements that R4 has here.</summary>
    private static Gen<string> Content(string content, string first, int depth)
    {
        var elements = R4Definitions.Under(content).Where(element => element.Type is not "Extension").ToList();
        if (elements.Count == 0)
        {
            return Gen.Constant($"{{{first}}}");
        }
        return from count in Gen.Choose(0, 6)
               from chosen in Gen.ArrayOf(Gen.Elements(elements.AsEnumerable()), count)
               from properties in Gen.CollectToArray(chosen.DistinctBy(element => element.JsonName, StringComparer.Ordinal), element => Property(element, depth))
               select $"{{{string.Join(',', properties.Prepend(first).Where(property => property.Length > 0))}}}";
    }

    private static Gen<string> Property(ElementDefinition element, int depth) =>
        from value in Gen.Frequency((4, Value(element, depth)), (1, Gen.Elements(SampleValues.Malformed(element).AsEnumerable())))
        select $"\"{element.JsonName}\":{value}";

    private static Gen<string> Value(ElementDefinition element, int depth)
    {
        var one = R4Definitions.IsComplex(element) && depth < Deepest
            ? Content(R4Definitions.ContentOf(element), "", depth + 1)
            : Gen.Elements(SampleValues.Unexpected(element).AsEnumerable());
        return element.IsList ? Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(one, count)).Select(items => $"[{string.Join(',', items)}]") : one;
    }

    private static bool IsReadAsItsType((string Type, string Json) made) =>
        FhirJson.Read(Encoding.UTF8.GetBytes(made.Json)) is var resource
        && resource.ResourceType.Equals(made.Type, StringComparison.Ordinal)
        && FhirText.Dump(resource).Length > 0;
}

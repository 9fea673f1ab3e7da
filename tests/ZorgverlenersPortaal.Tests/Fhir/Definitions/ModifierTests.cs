using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>
/// R10, over every isModifier element R4 has in what we read, data types included: it can be seen from the outside, or
/// the resource says that it is not understood. The list is made from the definitions, so nothing can be forgotten.
/// </summary>
public class ModifierTests
{
    [Fact]
    public void ModifierElements_AreFound()
    {
        var paths = ReadTypes.Elements.Where(node => node.Path.Element.IsModifier).Select(node => node.Path.ToString()).ToHashSet(StringComparer.Ordinal);

        // fhir.md §4.7 names these; without them the tests below would prove nothing.
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "Patient.active", "Patient.deceasedDateTime", "Patient.link", "Patient.name.use", "Condition.verificationStatus", "Condition.onsetAge.comparator", "Consent.scope", "Encounter.identifier.use", "Patient.implicitRules" },
            paths);
    }

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_ModifierElement_IsShownOrRefused(string type) => AssertNone(
        from node in ModifiersOf(type)
        from value in SampleValues.Unexpected(node.Path.Element)
        let json = node.Path.With(value)
        where ReadProperty.Moved(ReadProperty.All(FhirJson.Read(node.Path.Without())), ReadProperty.All(FhirJson.Read(json))).Count == 0
        select $"{node.Path} = {value} leaves no trace in {type}");

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_MalformedModifierElement_IsNotUnderstood(string type) => AssertNone(
        from node in ModifiersOf(type)
        from value in SampleValues.Malformed(node.Path.Element)
        where !ReadTypes.Refuses(node.Path.WithRaw(value))
        select $"{node.Path} = {value} is taken as if it were not there in {type}");

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_UnknownModifierExtensionInAnyPartWeRead_IsNotUnderstood(string type) => AssertNone(
        from node in ReadTypes.ElementsOf(type)
        where node.IsRead
        let extension = R4Definitions.Under(R4Definitions.ContentOf(node.Path.Element)).FirstOrDefault(element => element.JsonName is "modifierExtension")
        where extension is not null && !ReadTypes.Refuses(node.Path.Then(extension).With("""{"url":"urn:x"}"""))
        select $"{node.Path}: a modifier extension in it leaves {type} understood");

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_EnteredInErrorWhereR4HasIt_IsTold(string type) => AssertNone(
        from element in R4Definitions.Under(type)
        where element.CanBeError
        from value in element.Type is "CodeableConcept" ? new[] { """{"coding":[{"code":"entered-in-error"}]}""", """{"text":"entered-in-error"}""" } : ["\"entered-in-error\""]
        let path = new ElementPath(type, [element])
        where !FhirJson.Read(path.With(value)).IsEnteredInError
        select $"{path} = {value} is taken for a fact");

    /// <summary>Those of the resource itself, and those in parts that are read; a part nobody sees is not changed by them.</summary>
    private static IEnumerable<ElementNode> ModifiersOf(string type)
    {
        var isRead = ReadTypes.ElementsOf(type).Where(node => node.IsRead).Select(node => node.Path.ToString()).Append($"{type}.").ToHashSet(StringComparer.Ordinal);
        return ReadTypes.ElementsOf(type).Where(node => node.Path.Element.IsModifier && isRead.Contains(node.Path.Parent.ToString()));
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}

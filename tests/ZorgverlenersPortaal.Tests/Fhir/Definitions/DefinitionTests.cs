using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>
/// What we read exists in R4, as often and of the type R4 says. Asked of the reader itself: for each element of the
/// official definition a resource with only that element is read, and compared with one without it.
/// </summary>
public class DefinitionTests
{
    /// <summary>Public properties no R4 element fills, and what does.</summary>
    private static readonly Dictionary<string, string> _filledOtherwise = new(StringComparer.Ordinal)
    {
        ["Resource.NotUnderstood"] = "what is wrong or not known",
        ["Resource.ResourceType"] = "the JSON itself",
        ["Bundle.SelfLink"] = "a link with another relation",
        ["BundleEntry.Fault"] = "an entry without a resource",
        ["CodeableConcept.AbsentReason"] = "extension",
        ["CodeableConcept.FurtherSpecification"] = "extension",
        ["CodeableConcept.Laterality"] = "extension",
        ["Consent.Comment"] = "extension",
        ["Consent.DateTimeAbsentReason"] = "extension",
        ["Consent.SpecificationOther"] = "modifier extension",
        ["ConsentProvision.ReasonForEnding"] = "extension",
        ["DiagnosticReport.ConclusionAbsentReason"] = "extension",
        ["DiagnosticReport.SimpleExtensions"] = "extension",
        ["EpisodeOfCare.Name"] = "extension",
        ["Observation.SimpleExtensions"] = "extension",
        ["SimpleExtension.Date"] = "extension",
        ["SimpleExtension.Flag"] = "extension",
        ["SimpleExtension.Url"] = "extension",
        ["Flag.Comment"] = "extension",
        ["Flag.Detail"] = "extension",
        ["HumanName.FamilyAbsentReason"] = "extension",
        ["HumanName.Initials"] = "given names with an extension",
        ["HumanName.OwnName"] = "extension",
        ["HumanName.OwnPrefix"] = "extension",
        ["HumanName.PartnerName"] = "extension",
        ["HumanName.PartnerPrefix"] = "extension",
        ["Identifier.ValueAbsentReason"] = "extension",
        ["Dosage.HasMore"] = "what is not known",
        ["DosageList.IsDamaged"] = "what is wrong",
        ["DoseAndRate.HasMore"] = "what is not known",
        ["MedicationDispense.AgreedAt"] = "extension",
        ["MedicationDispense.AgreementReason"] = "extension",
        ["MedicationRecord.Cycle"] = "modifier extension",
        ["MedicationRecord.RenderedDosage"] = "extension",
        ["MedicationRecord.StopType"] = "modifier extension",
        ["MedicationRecord.Treatment"] = "extension",
        ["MedicationRecord.UsePeriod"] = "extension",
        ["MedicationStatement.Prescriber"] = "extension",
        ["Observation.ValueAbsentReason"] = "extension",
        ["Patient.BirthDateAbsentReason"] = "extension",
        ["Period.Duration"] = "extension",
        ["Period.EndAbsentReason"] = "extension",
        ["Period.StartAbsentReason"] = "extension",
        ["Timing.HasMore"] = "what is not known",
        ["TimingRepeat.HasMore"] = "what is not known",
        ["TimeChoice.Flag"] = "abatementBoolean of STU3",
    };

    /// <summary>Types of a choice that are passed over, and why nothing is lost by it.</summary>
    private static readonly Dictionary<string, string> _passedOver = new(StringComparer.Ordinal)
    {
        ["Composition.relatesTo.targetIdentifier"] = "no document can be found by it",
        ["Consent.sourceAttachment"] = "a signed form; the portal shows the directive",
        ["Observation.effectiveTiming"] = "a schedule is no time at which something was measured",
    };

    /// <summary>Elements of which we tell only that they are there.</summary>
    private static readonly Dictionary<string, string> _onlyTold = new(StringComparer.Ordinal)
    {
        ["ServiceRequest.occurrenceTiming"] = "that it recurs",
    };

    /// <summary>Ours for R4's: everything else goes by R4's own name.</summary>
    private static readonly Dictionary<string, string[]> _ownNames = new(StringComparer.Ordinal)
    {
        [nameof(FhirReference)] = ["Reference"],
        [nameof(QuantityRange)] = ["Range"],
        [nameof(Quantity)] = ["Quantity", "Age", "Duration", "Count", "Distance"],
        [nameof(InlineContent)] = ["base64Binary"],
        [nameof(FhirDateTime)] = ["date", "dateTime", "instant"],
        [nameof(Boolean)] = ["boolean"],
        [nameof(Int32)] = ["integer", "positiveInt", "unsignedInt"],
        [nameof(Int64)] = ["integer", "positiveInt", "unsignedInt"],
    };

    [Fact]
    public void Read_EveryClassOfAResource_IsATypeOfR4ThatIsRead()
    {
        Assert.All(ReadTypes.Resources, type => Assert.NotEmpty(R4Definitions.Under(type.Name)));
        Assert.All(ReadTypes.Resources, type => Assert.IsType(type, ReadTypes.Read($$"""{"resourceType":"{{type.Name}}"}""")));
    }

    [Fact]
    public void Read_EveryPublicProperty_IsFilledByAnElementOfR4()
    {
        var moved = ReadTypes.Elements.SelectMany(node => node.Moved).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        // Whether it was a mistake is asked in ModifierTests.
        moved.UnionWith(ReadTypes.Resources.Append(typeof(Resource)).Append(typeof(MedicationRecord)).Select(type => $"{type.Name}.{nameof(Resource.IsEnteredInError)}"));
        var all = ReadTypes.Classes().SelectMany(ReadProperty.PropertiesOf).Select(ReadProperty.NameOf).Distinct(StringComparer.Ordinal);

        AssertNone(all.Where(name => !moved.Contains(name) && !_filledOtherwise.ContainsKey(name)).Select(name => $"{name}: no element of R4 fills it"));
    }

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void Read_WhatR4AllowsOnce_IsNoList(string type) =>
        AssertNone(Read(type).Where(node => node.Moved.Max(one => one.Lists) > node.Path.Lists)
            .Select(node => $"{node.Path}: {Names(node)} is a list, R4 allows one"));

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void Read_WhatR4AllowsMoreThanOnce_LosesNoSecondItem(string type) =>
        AssertNone(Read(type).SelectMany(LostItems));

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void Read_Values_HaveTheTypeOfR4(string type) =>
        AssertNone(Read(type).Where(node => !node.Moved.Any(one => Fits(one.Kind, node.Path.Element)) && !_onlyTold.ContainsKey(node.Path.ToString()))
            .Select(node => $"{node.Path} is a {node.Path.Element.Type}; {Names(node)} is a {node.Moved[0].Kind.Name}"));

    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void Read_ChoiceOfTypes_LeavesNoneOut(string type)
    {
        var choices = ReadTypes.ElementsOf(type).Where(node => node.Path.Element.Choice is not null).GroupBy(node => $"{node.Path.Parent}.{node.Path.Element.Choice}", StringComparer.Ordinal);

        AssertNone(choices.Where(choice => choice.Any(node => node.IsRead)).SelectMany(choice => choice)
            .Where(node => !node.IsRead && !_passedOver.ContainsKey(node.Path.ToString())).Select(node => $"{node.Path} is passed over; its other types are read"));
    }

    private static IEnumerable<ElementNode> Read(string type) => ReadTypes.ElementsOf(type).Where(node => node.Moved.Count > 0);

    private static IEnumerable<string> LostItems(ElementNode node)
    {
        var once = ReadProperty.All(FhirJson.Read(node.Path.With(SampleValues.Valid(node.Path.Element))));
        for (var i = 0; i < node.Path.Steps.Count; i++)
        {
            if (node.Path.Steps[i].IsList)
            {
                var twice = ReadProperty.All(FhirJson.Read(node.Path.With(SampleValues.Valid(node.Path.Element), doubled: i)));
                if (ReadProperty.Moved(once, twice).Count == 0)
                {
                    yield return $"{node.Path}: a second {node.Path.Steps[i].JsonName} is lost by {Names(node)}";
                }
            }
        }
    }

    private static bool Fits(Type kind, ElementDefinition element)
    {
        if (_ownNames.TryGetValue(kind.Name, out var names))
        {
            return names.Contains(element.Type);
        }
        if (!ReadProperty.HasParts(kind))
        {
            // Text, or an enum for a code. Decimals are text too, so that they keep their digits (R11).
            return !R4Definitions.IsComplex(element) && element.Type is not "boolean";
        }
        var isPart = element.SameAs is not null || element.Type is "BackboneElement" or "Element" or "Resource";
        // A class of our own for a choice (TimeChoice) holds the types in its properties, which are looked at themselves.
        var isChoice = element.Choice is not null && R4Definitions.Under(kind.Name).Count == 0;
        return isPart || isChoice || string.Equals(kind.Name, element.Type, StringComparison.Ordinal);
    }

    private static string Names(ElementNode node) => string.Join(", ", node.Moved.Select(one => one.Name).Distinct(StringComparer.Ordinal));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}

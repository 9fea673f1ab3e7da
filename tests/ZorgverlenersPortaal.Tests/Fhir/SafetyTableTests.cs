using System.Globalization;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>
/// fhir.md §4.7, what a client must not ignore, row by row: the rows that reading a resource decides. Those that a
/// section decides are in Dossier/SafetyTableTests. The first words of each comment are the row.
/// </summary>
public class SafetyTableTests
{
    private static readonly Uri _base = new("https://epd.example/fhir/");

    // modifierExtension (resource, backbone, Dosage): known URL: show it; unknown: type and date, no details.
    [Fact]
    public void R10_ModifierExtension_KnownIsShownUnknownLeavesTypeAndDate()
    {
        var known = FhirText.Read<Consent>("""
            {"resourceType":"Consent","modifierExtension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther","valueString":"alleen comfort"}]}
            """);
        var unknown = FhirText.Read<Condition>("""{"resourceType":"Condition","id":"1","recordedDate":"2024-03","modifierExtension":[{"url":"urn:not"}]}""");
        var backbone = FhirText.Read<CareTeam>("""{"resourceType":"CareTeam","participant":[{"modifierExtension":[{"url":"urn:not"}]}]}""");

        Assert.Equal(("alleen comfort", null), (known.SpecificationOther, known.NotUnderstood));
        Assert.Equal(("Condition/1", "2024-03", "unknown modifierExtension urn:not"), (unknown.Reference, unknown.RecordedDate?.Text, unknown.NotUnderstood));
        Assert.NotNull(backbone.NotUnderstood);
    }

    // implicitRules: any value not known: same refusal.
    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_ImplicitRules_RefuseLikeAModifier(string type) =>
        Assert.Equal("implicitRules", ReadTypes.Read($$"""{"resourceType":"{{type}}","implicitRules":"http://example.org/rules"}""").NotUnderstood);

    // status = entered-in-error: do not show as fact (all types). Also verificationStatus on Condition and AllergyIntolerance.
    [Theory]
    [InlineData("Encounter", """ "status":"entered-in-error" """)]
    [InlineData("EpisodeOfCare", """ "status":"entered-in-error" """)]
    [InlineData("Flag", """ "status":"entered-in-error" """)]
    [InlineData("CareTeam", """ "status":"entered-in-error" """)]
    [InlineData("Consent", """ "status":"entered-in-error" """)]
    [InlineData("DocumentReference", """ "docStatus":"entered-in-error" """)]
    [InlineData("Condition", """ "verificationStatus":{"coding":[{"code":"entered-in-error"}]} """)]
    [InlineData("AllergyIntolerance", """ "verificationStatus":{"coding":[{"code":"entered-in-error"}]} """)]
    [InlineData("FamilyMemberHistory", """ "status":"entered-in-error" """)]
    public void R10_EnteredInError_IsTold(string type, string part) =>
        Assert.True(ReadTypes.Read($$"""{"resourceType":"{{type}}",{{part}}}""").IsEnteredInError);

    // modifier elements: Patient: active, deceased[x], link. Condition/Allergy: clinicalStatus, verificationStatus. ServiceRequest and
    // MedicationRequest: status, intent, doNotPerform. Consent: status, scope. Quantity: comparator. HumanName, Identifier,
    // ContactPoint, Address: use (old, temp). Organization.active. All others: status.
    [Theory]
    [InlineData("Patient", "active", "deceasedBoolean", "deceasedDateTime", "link", "name.use", "identifier.use", "telecom.use", "address.use")]
    [InlineData("Condition", "clinicalStatus", "verificationStatus", "onsetAge.comparator", "abatementRange.low.comparator")]
    [InlineData("AllergyIntolerance", "clinicalStatus", "verificationStatus")]
    [InlineData("ServiceRequest", "status", "intent", "doNotPerform")]
    [InlineData("MedicationRequest", "status", "intent", "doNotPerform")]
    [InlineData("Consent", "status", "scope")]
    [InlineData("Organization", "active")]
    [InlineData("RelatedPerson", "active")]
    [InlineData("Encounter", "status")]
    [InlineData("DocumentReference", "status")]
    [InlineData("EpisodeOfCare", "status")]
    [InlineData("Flag", "status")]
    [InlineData("CareTeam", "status")]
    public void R10_ModifierElements_AreReadOfEveryTypeWeHave(string type, params string[] elements)
    {
        if (!ReadTypes.Resources.Any(one => one.Name.Equals(type, StringComparison.Ordinal)))
        {
            // Without a class nothing of it is shown.
            Assert.IsType<OtherResource>(ReadTypes.Read($$"""{"resourceType":"{{type}}"}"""));
            return;
        }
        var read = ReadTypes.ElementsOf(type).Where(node => node.Path.Element.IsModifier && node.IsRead).Select(node => node.Path.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(elements.Select(element => $"{type}.{element}").ToHashSet(StringComparer.Ordinal), read);
    }

    // contained: resolve #id; contained has no identity of its own, never cache it apart.
    [Fact]
    public void R4_Contained_IsFoundInsideOnlyAndIsNobodysOutside()
    {
        var condition = FhirText.Read<Condition>("""
            {"resourceType":"Condition","subject":{"reference":"#p"},"contained":[{"resourceType":"Patient","id":"p","contained":[{"resourceType":"Patient","id":"q"}]}]}
            """);

        Assert.Empty(Assert.IsType<Patient>(condition.FindContained("p")).Contained);
        Assert.Null(condition.FindContained("q"));
        Assert.Equal(new ResolvedReference(ReferenceKind.Contained, Id: "p"), ReferenceResolver.Resolve(condition.PatientReference!, _base));
        Assert.Null(ReferenceResolver.Resolve(condition.PatientReference!, _base).Reference);
    }

    // References: relative, absolute, versioned, urn:uuid, identifier-only, display-only, other host. Refuse foreign hosts.
    [Theory]
    [InlineData("""{"reference":"Patient/1"}""", ReferenceKind.Resource)]
    [InlineData("""{"reference":"https://epd.example/fhir/Patient/1"}""", ReferenceKind.Resource)]
    [InlineData("""{"reference":"Patient/1/_history/1"}""", ReferenceKind.Resource)]
    [InlineData("""{"reference":"urn:uuid:5f3c6f0e-0000-4000-8000-000000000000"}""", ReferenceKind.Urn)]
    [InlineData("""{"identifier":{"system":"s","value":"1"}}""", ReferenceKind.IdentifierOnly)]
    [InlineData("""{"display":"dr. Test"}""", ReferenceKind.DisplayOnly)]
    [InlineData("""{"reference":"https://elsewhere.example/fhir/Patient/1"}""", ReferenceKind.ForeignHost)]
    [InlineData("""{"reference":"Patient/1?x=1"}""", ReferenceKind.Malformed)]
    public void R4_References_AreToldApart(string reference, ReferenceKind kind) => Assert.Equal(
        kind,
        ReferenceResolver.Resolve(FhirText.Read<Condition>($$$"""{"resourceType":"Condition","subject":{{{reference}}}}""").PatientReference!, _base).Kind);

    // data-absent-reason: extension on _element: show the reason (masked, unknown, not-performed), not blank, not 0.
    [Fact]
    public void R10_DataAbsentReason_IsGivenInThePlaceOfTheValue()
    {
        const string masked = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""";
        var patient = FhirText.Read<Patient>($$$"""{"resourceType":"Patient","_birthDate":{{{masked}}},"identifier":[{"system":"bsn","_value":{{{masked}}} }],"name":[{"_family":{{{masked}}} }]}""");
        var consent = FhirText.Read<Consent>($$$"""{"resourceType":"Consent","_dateTime":{{{masked}}},"scope":{{{masked}}},"provision":{"period":{"_end":{{{masked}}} } } }""");

        Assert.Equal((null, "masked"), (patient.BirthDate, patient.BirthDateAbsentReason));
        Assert.Equal((null, "masked"), (patient.Identifiers[0].Value, patient.Identifiers[0].ValueAbsentReason));
        Assert.Equal((null, "masked"), (patient.Names[0].Family, patient.Names[0].FamilyAbsentReason));
        Assert.Equal((null, "masked"), (consent.DateTime, consent.DateTimeAbsentReason));
        Assert.Equal((null, "masked"), (consent.Scope?.Show, consent.Scope?.AbsentReason));
        Assert.Equal((null, "masked"), (consent.Provision?.Period?.End, consent.Provision?.Period?.EndAbsentReason));
    }

    // Primitive with only an extension (_x without x), null in arrays: keep positions of array and _array together.
    [Fact]
    public void R11_ArrayBesideItsExtensions_KeepsItsPlaces()
    {
        const string initial = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier","valueCode":"IN"}]}""";
        var patient = FhirText.Read<Patient>($$"""
            {"resourceType":"Patient","name":[{"given":["Anna",null,"B."],"_given":[null,null,{{initial}}]}],
             "address":[{"line":[null,"t.a.v. Test"],"_line":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName","valueString":"Dorpsstraat"}]},null]}]}
            """);

        Assert.Equal(["Anna"], patient.Names[0].Given);
        Assert.Equal("B.", patient.Names[0].Initials);
        Assert.Equal(["Dorpsstraat", "t.a.v. Test"], patient.Addresses[0].Lines);
    }

    // Partial dates: yyyy, yyyy-MM stay partial; no invented day; date-only has no time zone; sort by their start.
    [Theory]
    [InlineData("2024", null)]
    [InlineData("2024-03", null)]
    [InlineData("2024-03-09", "2024-03-09")]
    [InlineData("2024-03-09T23:30:00Z", null)]
    public void R11_PartialDate_StaysAsWritten(string written, string? day)
    {
        var date = FhirText.Read<Condition>($$"""{"resourceType":"Condition","recordedDate":"{{written}}"}""").RecordedDate!;

        Assert.Equal((written, day), (date.Text, date.Day?.ToString("O", CultureInfo.InvariantCulture)));
    }

    // Decimals: keep as written (1.50), decimal not double.
    [Theory]
    [InlineData("1.50")]
    [InlineData("0.1")]
    [InlineData("100000000000000000000.000000000000000000001")]
    [InlineData("5e-3")]
    public void R11_Decimal_KeepsItsDigits(string digits) => Assert.Equal(
        digits,
        FhirText.Read<Condition>($$$"""{"resourceType":"Condition","onsetAge":{"value":{{{digits}}} } }""").Onset?.Age?.Value);

    // Narrative text.div and any string with markup: never render raw. It is not even read, so no page can show it; but for letters,
    // whose own text is told as words (LezenTests).
    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_Narrative_IsReadOfLettersOnly(string type) => Assert.Equal(
        type == "DocumentReference",
        FhirText.Dump(ReadTypes.Read($$"""{"resourceType":"{{type}}","text":{"status":"generated","div":"<div><b onclick='x'>Sneaky</b></div>"} }""")).Contains("Sneaky", StringComparison.Ordinal));

    // Cardinality surprises: required element missing happens in published examples: degrade per item, never fail the page.
    [Theory]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R7_NothingButAType_IsRead(string type)
    {
        var resource = ReadTypes.Read($$"""{"resourceType":"{{type}}"}""");

        Assert.Equal((type, null, false), (resource.ResourceType, resource.NotUnderstood, resource.IsEnteredInError));
    }

    // meta.security, securityLabel: honour R/V per policy; meta.lastUpdated is not clinical time.
    [Fact]
    public void R10_SecurityLabels_AreGivenOrRefused()
    {
        var letter = FhirText.Read<DocumentReference>("""
            {"resourceType":"DocumentReference","meta":{"lastUpdated":"2024-01-01T00:00:00Z","security":[{"code":"R"}]},"securityLabel":[{"coding":[{"code":"V"}]}]}
            """);
        var odd = ReadTypes.Read("""{"resourceType":"Condition","meta":{"security":["R"]}}""");

        Assert.Equal(("R", "V", null), (letter.SecurityLabels[0].Code, letter.DocumentSecurityLabels[0].Codings[0].Code, letter.Date));
        Assert.Equal("security is malformed", odd.NotUnderstood);
    }

    [Theory]
    [InlineData("Basic")]
    [MemberData(nameof(ReadTypes.All), MemberType = typeof(ReadTypes))]
    public void R10_SecurityLabelsOfEveryType_AreGiven(string type)
    {
        var resource = ReadTypes.Read($$"""{"meta":{"security":[{"system":"urn:x","code":"R"},{"code":"V"}]},"resourceType":"{{type}}"}""");

        Assert.Equal([new Coding("urn:x", "R", null), new(null, "V", null)], resource.SecurityLabels);
    }
}

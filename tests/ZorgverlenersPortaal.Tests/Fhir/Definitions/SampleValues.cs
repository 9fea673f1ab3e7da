namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>JSON values for an element: valid ones, valid ones nobody expects, and ones that are none of its type.</summary>
internal static class SampleValues
{
    /// <summary>Where not just any value does: codes that become an enum, links we know by name, whose a resource is.</summary>
    private static readonly Dictionary<string, string> _particular = new(StringComparer.Ordinal)
    {
        ["Reference.reference"] = "\"Patient/p1\"",
        ["Bundle.link.relation"] = "\"next\"",
        ["Bundle.entry.search.mode"] = "\"match\"",
    };

    /// <summary>A valid value; an empty object for what has parts.</summary>
    public static string Valid(ElementDefinition element) => _particular.GetValueOrDefault(element.Path) ?? (R4Definitions.IsComplex(element) ? "{}" : Primitive(element.Type));

    /// <summary>Values R4 allows (or a later code list may have) and no reader counts on.</summary>
    public static IReadOnlyList<string> Unexpected(ElementDefinition element) => element.Type switch
    {
        "boolean" => ["true", "false"],
        "CodeableConcept" => ["""{"coding":[{"system":"urn:oid:1.2.3","code":"nieuw"}]}""", """{"text":"in woorden"}"""],
        "Coding" => ["""{"system":"urn:oid:1.2.3","code":"nieuw"}"""],
        _ => [Valid(element)],
    };

    /// <summary>Whole values that are not what R4 says the element is.</summary>
    public static IReadOnlyList<string> Malformed(ElementDefinition element)
    {
        string[] values = element.Type switch
        {
            "boolean" => ["\"true\"", "7", "null", "[]", "{}"],
            "code" or "uri" => ["7", "null", "\"\"", "\" x\"", "[]", "{}"],
            "date" or "dateTime" or "instant" => ["\"gisteren\"", "\"2024-02-30\"", "7", "null", "[]", "{}"],
            "CodeableConcept" => ["7", "\"x\"", "null", "[]", """{"coding":{}}""", """{"coding":[{"code":7}]}"""],
            _ => ["7", "\"x\"", "null", "[]"],
        };
        return element.IsList ? ["7", "null", "{}", .. values.Select(value => $"[{value}]")] : values;
    }

    /// <summary>Properties without which the object says nothing, so that its other properties could not be seen to be read.</summary>
    public static string Companions(string container, string name) => (container, name) switch
    {
        ("Bundle.link", not "relation") => "\"relation\":\"next\"",
        ("Bundle.link", _) => "\"url\":\"urn:x\"",
        ("Bundle.entry", not "resource") => """ "resource":{"resourceType":"Basic"} """,
        _ => "",
    };

    private static string Primitive(string type) => type switch
    {
        "boolean" => "true",
        "integer" or "positiveInt" or "unsignedInt" => "7",
        "decimal" => "1.50",
        "date" => "\"2024-02-29\"",
        "dateTime" or "instant" => "\"2024-02-29T10:11:12+01:00\"",
        "time" => "\"10:11:12\"",
        "base64Binary" => "\"QUJD\"",
        "Resource" => """{"resourceType":"Basic","id":"b1"}""",
        "uri" or "url" or "canonical" or "oid" or "uuid" => "\"urn:oid:1.2.3\"",
        _ => "\"w1\"",
    };
}

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>How a search parameter's values are compared (FHIR R4, search.html).</summary>
internal enum ParameterKind
{
    Token,
    Reference,
    Date,
    Text,
}

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// A parameter a type can be searched by. <paramref name="Paths"/> are dotted element names from the resource down;
/// <paramref name="Target"/> keeps a reference parameter to one type (patient), null takes every type.
/// </summary>
internal sealed record SearchParameter(string Name, ParameterKind Kind, string[] Paths, string? Target = null);

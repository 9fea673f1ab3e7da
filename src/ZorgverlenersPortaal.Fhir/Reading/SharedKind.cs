namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>Kinds of parts that are made once per reading when they repeat.</summary>
internal enum SharedKind
{
    Coding,
    CodingList,
    Concept,
    Reference,
}

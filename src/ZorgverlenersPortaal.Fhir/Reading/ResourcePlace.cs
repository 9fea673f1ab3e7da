namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>Where a resource stands: a contained one may not contain others, and is never a Bundle.</summary>
internal enum ResourcePlace
{
    Top,
    Entry,
    Contained,
}

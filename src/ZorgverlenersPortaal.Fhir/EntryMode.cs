namespace ZorgverlenersPortaal.Fhir;

/// <summary>Why an entry is in a search result; Unknown when the EPD does not say.</summary>
public enum EntryMode
{
    Unknown,
    Match,
    Include,
    Outcome,
}

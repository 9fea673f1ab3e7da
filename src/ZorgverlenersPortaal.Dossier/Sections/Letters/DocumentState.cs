namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>The state of a document's text.</summary>
public enum DocumentState
{
    /// <summary>The EPD does not say, or in words that FHIR does not know.</summary>
    Unknown,

    /// <summary>Its content may still change.</summary>
    Preliminary,

    /// <summary>Complete.</summary>
    Final,

    /// <summary>Changed after it was final.</summary>
    Amended,
}

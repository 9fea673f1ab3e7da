namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>The states of a document, in FHIR and in Dutch.</summary>
public static class DocumentStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this DocumentState state) => state switch
    {
        DocumentState.Unknown => "Status onbekend",
        DocumentState.Preliminary => "Concept",
        DocumentState.Final => "Definitief",
        DocumentState.Amended => "Gecorrigeerd",
    };

    /// <summary>"appended" and "corrected" are DiagnosticReport's words; EPDs write them here as well.</summary>
    internal static DocumentState Of(string? status) => status switch
    {
        "preliminary" => DocumentState.Preliminary,
        "final" => DocumentState.Final,
        "amended" or "corrected" or "appended" => DocumentState.Amended,
        _ => DocumentState.Unknown,
    };
}

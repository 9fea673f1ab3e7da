namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>FHIR's request priorities in Dutch.</summary>
internal static class Urgencies
{
    /// <summary>Null for routine and for none; a word FHIR does not know stays as it is.</summary>
    public static string? Text(string? priority) => priority switch
    {
        "routine" => null,
        "urgent" => "Spoed",
        "asap" => "Zo snel mogelijk",
        "stat" => "Met grote spoed",
        _ => priority,
    };
}

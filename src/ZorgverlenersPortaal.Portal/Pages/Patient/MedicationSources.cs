namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What each type of medication is called on the page.</summary>
public static class MedicationSources
{
    /// <summary>Dutch, or the type itself when it is not known here.</summary>
    public static string Dutch(string type) => type switch
    {
        "MedicationRequest" => "afspraken",
        "MedicationStatement" => "gebruik",
        "MedicationDispense" => "verstrekkingen",
        "MedicationAdministration" => "toedieningen",
        _ => type,
    };
}

using ZorgverlenersPortaal.Dossier.Sections.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Words for what an officer sees again. Dutch.</summary>
public static class SeenText
{
    /// <summary>Why a version cannot be shown again.</summary>
    public static string For(MissingReason reason) => reason switch
    {
        MissingReason.NoVersion => "Het log noemt hiervan geen versie.",
        MissingReason.NotKept => "Het ziekenhuis-EPD geeft van dit soort gegevens geen eerdere versies.",
        MissingReason.NotThere => "Het EPD geeft deze versie niet.",
        MissingReason.Failed => "Het EPD gaf nu geen bruikbaar antwoord. Probeer het later opnieuw.",
        MissingReason.TooMany => $"Meer dan {ReviewReader.Most} gegevens zoeken we niet in één keer op.",
    };

    /// <summary>What kind of thing a reference names; the type itself where it has no name here.</summary>
    public static string Kind(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Split('/')[0] switch
        {
            "Patient" => "Patiënt",
            "Consent" => "Behandelaanwijzing",
            "Condition" => "Diagnose",
            "AllergyIntolerance" => "Allergie",
            "Encounter" => "Opname of contact",
            "MedicationRequest" => "Medicatieafspraak",
            "MedicationStatement" => "Medicatiegebruik",
            "MedicationDispense" => "Verstrekking",
            "MedicationAdministration" => "Toediening",
            "Medication" => "Middel",
            "Observation" => "Uitslag",
            "DiagnosticReport" => "Verslag",
            "DocumentReference" => "Brief",
            "Composition" => "Notitie",
            "Appointment" => "Afspraak",
            "Procedure" => "Verrichting",
            "ServiceRequest" => "Aanvraag",
            "Flag" => "Waarschuwing",
            "CareTeam" => "Behandelteam",
            "RelatedPerson" => "Contactpersoon",
            var type => type,
        };
    }
}

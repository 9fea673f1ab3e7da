using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Makes diagnoses and allergies of what the EPD gave. Entered in error is never shown as fact (R10).</summary>
internal static class ClinicalReader
{
    private const string Snomed = "http://snomed.info/sct";

    /// <summary>Statements that no allergy is known (SNOMED); an empty list is no such statement.</summary>
    private static readonly HashSet<string> _noneKnown = ["716186003", "409137002", "428607008", "429625007", "716184000", "716185004"];

    /// <summary>Active first, newest first; refuted ones last.</summary>
    public static IReadOnlyList<Diagnosis> Diagnoses(IEnumerable<Condition> conditions) =>
    [
        .. conditions.Where(c => !c.IsEnteredInError).Select(Of)
            .OrderBy(d => d.IsRefuted).ThenByDescending(d => d.IsActive)
            .ThenByDescending(d => (d.Onset ?? d.Recorded)?.Earliest ?? DateTimeOffset.MinValue),
    ];

    /// <summary>High risk first; inactive and refuted ones last.</summary>
    public static IReadOnlyList<Allergy> Allergies(IEnumerable<AllergyIntolerance> allergies) =>
    [
        .. allergies.Where(a => !a.IsEnteredInError).Select(Of)
            .OrderBy(a => a.IsRefuted).ThenBy(a => a.IsInactive).ThenByDescending(a => a.IsHighRisk)
            .ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    /// <summary>Of what is not understood only the kind and the dates may be told: nothing that could reassure (R10).</summary>
    private static Diagnosis Of(Condition condition) => condition.NotUnderstood is not null ? new()
    {
        Name = "Diagnose",
        Onset = At(condition.Onset),
        Recorded = WrittenDate.Of(condition.RecordedDate),
        IsActive = true,
        IsNotUnderstood = true,
    }
    : new()
    {
        Name = Name(condition.Code, condition.BodySites) ?? "Onbekende diagnose",
        Onset = At(condition.Onset),
        Recorded = WrittenDate.Of(condition.RecordedDate),
        // A status in other words than FHIR's is no reason to call it over.
        IsActive = !Has(condition.ClinicalStatus, "inactive", "remission", "resolved"),
        IsRefuted = Has(condition.VerificationStatus, "refuted", "410516002"),
        Notes = Remark.Of(condition.Notes, condition),
        IsUnconfirmed = Has(condition.VerificationStatus, "unconfirmed", "provisional", "differential", "415684004"),
    };

    /// <inheritdoc cref="Of(Condition)"/>
    private static Allergy Of(AllergyIntolerance allergy) => allergy.NotUnderstood is not null ? new()
    {
        Name = "Allergie",
        Onset = At(allergy.Onset),
        IsNotUnderstood = true,
    }
    : new()
    {
        Name = Name(allergy.Code, []) ?? Substance(allergy) ?? "Onbekende stof",
        Reactions = Reactions(allergy),
        Onset = At(allergy.Onset),
        IsHighRisk = allergy.Criticality == "high",
        IsNoneKnown = SaysNoneKnown(allergy.Code) && !Has(allergy.VerificationStatus, "refuted", "410516002") && !Has(allergy.ClinicalStatus, "inactive", "resolved"),
        IsRefuted = Has(allergy.VerificationStatus, "refuted", "410516002"),
        IsInactive = Has(allergy.ClinicalStatus, "inactive", "resolved"),
        Notes = Remark.Of(allergy.Notes, allergy),
        IsUnconfirmed = Has(allergy.VerificationStatus, "unconfirmed", "presumed", "415684004"),
    };

    private static bool SaysNoneKnown(CodeableConcept? code) =>
        code?.Codings.Any(c => c.System == Snomed && c.Code is not null && _noneKnown.Contains(c.Code)) == true;

    private static string? Substance(AllergyIntolerance allergy) =>
        allergy.Reactions.Select(r => r.Substance?.Show).FirstOrDefault(s => s is not null);

    private static string? Reactions(AllergyIntolerance allergy)
    {
        var parts = allergy.Reactions
            .SelectMany(r => r.Manifestations.Select(m => m.Show).Append(Severity(r.Severity)))
            .Where(p => p is not null)
            .Distinct(StringComparer.Ordinal);
        return string.Join(", ", parts) is { Length: > 0 } text ? text : null;
    }

    private static string? Severity(string? severity) => severity switch
    {
        "mild" => "licht",
        "moderate" => "matig",
        "severe" => "ernstig",
        _ => severity,
    };

    private static string? Name(CodeableConcept? code, IReadOnlyList<CodeableConcept> sites)
    {
        if (code?.Show is not { } name)
        {
            return null;
        }
        var more = sites.SelectMany(s => new[] { s.Show, s.Laterality?.Show }).Prepend(code.FurtherSpecification).Where(p => !string.IsNullOrEmpty(p));
        return string.Join(", ", more.Prepend(name));
    }

    private static WrittenDate? At(TimeChoice? choice) => WrittenDate.Of(choice?.DateTime ?? choice?.Period?.Start);

    private static bool Has(CodeableConcept? concept, params string[] codes) =>
        concept?.Codings.Any(c => c.Code is not null && codes.Contains(c.Code, StringComparer.Ordinal)) == true;
}

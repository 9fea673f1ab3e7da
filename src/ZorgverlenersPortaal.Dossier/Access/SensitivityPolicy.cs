using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Which labelled parts of a record are shown (docs/adr/0029). Treatment directives and allergies always are, whatever their label
/// (R7); so are the Patient, who is judged as a whole, and what belongs to no patient.
/// </summary>
public sealed class SensitivityPolicy(SensitivityOptions options)
{
    private readonly IReadOnlyDictionary<string, SensitivityLevel> _parts = options.Parts;
    private readonly IReadOnlyDictionary<string, SensitivityLevel> _patients = options.Patients;

    /// <summary>Something may be hidden: then no page may say of any section that it is all there is. The same for every patient.</summary>
    public bool MayHide => _parts.Count > 0;

    /// <summary>Is this resource shown on such a look?</summary>
    internal bool Shows(Resource resource, bool isEmergency) =>
        resource is Consent or AllergyIntolerance or Patient or Practitioner or PractitionerRole or Organization or Location
        || Level(resource.SecurityLabels, _parts) is var level && (level == SensitivityLevel.Open || (isEmergency && level == SensitivityLevel.EmergencyOnly));

    /// <summary>What the labels of a Patient make of the whole record.</summary>
    internal SensitivityLevel OfPatient(Patient patient) => Level(patient.SecurityLabels, _patients);

    /// <summary>The strictest of all labels. One whose code cannot be read counts as the strictest there is: it is not the same as "free to show".</summary>
    private static SensitivityLevel Level(IReadOnlyList<Coding> labels, IReadOnlyDictionary<string, SensitivityLevel> levels) =>
        labels.Count == 0 || levels.Count == 0 ? SensitivityLevel.Open : labels.Max(label => Level(label, levels));

    private static SensitivityLevel Level(Coding label, IReadOnlyDictionary<string, SensitivityLevel> levels) => label switch
    {
        { Code: null } => levels.Values.Max(),
        { System: null } => levels.Where(known => known.Key.EndsWith("|" + label.Code, StringComparison.OrdinalIgnoreCase)).Select(known => known.Value).DefaultIfEmpty().Max(),
        _ => levels.GetValueOrDefault($"{label.System}|{label.Code}"),
    };
}

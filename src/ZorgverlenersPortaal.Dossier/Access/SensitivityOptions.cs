namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// What labels close, written <c>system|code</c>; section <c>Access:Sensitivity</c>. An empty list has the default, <c>None</c> is a
/// loosening: nothing is closed by it.
/// </summary>
public sealed class SensitivityOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Access:Sensitivity";

    private const string None = "None";
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|";
    private const string ConfidentialityOid = "urn:oid:2.16.840.1.113883.5.25|";
    private const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode|";

    /// <summary>Labels of a part of a record (meta.security) that is shown in an emergency only.</summary>
    public IList<string> EmergencyOnly { get; init; } = [];

    /// <summary>Labels of a part of a record that is never shown.</summary>
    public IList<string> Closed { get; init; } = [];

    /// <summary>Labels of a Patient whose whole record opens in an emergency only: own staff, public figures.</summary>
    public IList<string> PatientEmergencyOnly { get; init; } = [];

    /// <summary>Labels of a Patient whose record never opens.</summary>
    public IList<string> PatientClosed { get; init; } = [];

    /// <summary>What own staff and public figures on the hospital's own list are: Open, EmergencyOnly or Closed.</summary>
    public SensitivityLevel ListedPatients { get; set; } = SensitivityLevel.EmergencyOnly;

    /// <summary>Levels of the labels of a part of a record.</summary>
    internal IReadOnlyDictionary<string, SensitivityLevel> Parts =>
        Levels(OrDefault(EmergencyOnly, Confidentiality + "R", ConfidentialityOid + "R"), OrDefault(Closed, Confidentiality + "V", ConfidentialityOid + "V"));

    /// <summary>Levels of the labels of a Patient.</summary>
    internal IReadOnlyDictionary<string, SensitivityLevel> Patients => Levels(
        OrDefault(PatientEmergencyOnly, Confidentiality + "V", ConfidentialityOid + "V", ActCode + "CEL", ActCode + "EMP"), OrDefault(PatientClosed));

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (key, codes) in new[]
        {
            (nameof(EmergencyOnly), EmergencyOnly), (nameof(Closed), Closed), (nameof(PatientEmergencyOnly), PatientEmergencyOnly), (nameof(PatientClosed), PatientClosed),
        })
        {
            foreach (var code in codes.Where(code => !(codes.Count == 1 && code == None) && !IsCode(code)))
            {
                yield return $"{Section}:{key}: '{code}' is no label; write system|code, e.g. {Confidentiality}R, or only {None}";
            }
        }
        if (!Enum.IsDefined(ListedPatients))
        {
            yield return $"{Section}:{nameof(ListedPatients)} must be Open, EmergencyOnly or Closed";
        }
    }

    private static IEnumerable<string> OrDefault(IList<string> codes, params IEnumerable<string> usual) => codes switch
    {
        [None] => [],
        { Count: > 0 } => codes,
        _ => usual,
    };

    /// <summary>A label in both lists is closed.</summary>
    private static Dictionary<string, SensitivityLevel> Levels(IEnumerable<string> emergencyOnly, IEnumerable<string> closed)
    {
        var levels = new Dictionary<string, SensitivityLevel>(StringComparer.OrdinalIgnoreCase);
        foreach (var code in emergencyOnly)
        {
            levels[code] = SensitivityLevel.EmergencyOnly;
        }
        foreach (var code in closed)
        {
            levels[code] = SensitivityLevel.Closed;
        }
        return levels;
    }

    private static bool IsCode(string text) =>
        text.Split('|') is [{ Length: > 0 } system, { Length: > 0 }] && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(system, UriKind.Absolute, out _);
}

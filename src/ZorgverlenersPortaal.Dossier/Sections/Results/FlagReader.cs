using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Reads the source's marks (HL7 and SNOMED CT, fhir.md §1.11). What is not known here keeps its own words.</summary>
internal static class FlagReader
{
    private const string Snomed = "http://snomed.info/sct";

    private static readonly HashSet<string> _hl7 =
    [
        "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
        "http://terminology.hl7.org/CodeSystem/v2-0078",
        "http://hl7.org/fhir/v3/ObservationInterpretation",
        "http://hl7.org/fhir/v2/0078",
    ];

    private static readonly Dictionary<string, ResultFlag> _known = new ResultFlag[]
    {
        new("HH", "kritiek verhoogd", "↑↑", true), new("LL", "kritiek verlaagd", "↓↓", true), new("AA", "kritiek afwijkend", "!!", true),
        new("HU", "sterk verhoogd", "↑↑", false), new("LU", "sterk verlaagd", "↓↓", false), new("H", "verhoogd", "↑", false),
        new("L", "verlaagd", "↓", false), new("A", "afwijkend", "!", false), new("N", "normaal", "", false),
        new("S", "gevoelig (S)", "", false), new("I", "intermediair of verhoogde blootstelling (I)", "", false), new("R", "resistent (R)", "", false),
        new("POS", "positief", "", false), new("NEG", "negatief", "", false), new("DET", "aangetoond", "", false),
        new("ND", "niet aangetoond", "", false), new("IND", "onbepaald", "", false), new("E", "dubieus", "", false),
        new("<", "onder het meetbereik", "", false), new(">", "boven het meetbereik", "", false),
    }.ToDictionary(f => f.Code!, StringComparer.Ordinal);

    private static readonly Dictionary<string, ResultFlag> _knownSnomed = new(StringComparer.Ordinal)
    {
        ["281302008"] = new(null, "boven referentiebereik", "↑", false),
        ["281300000"] = new(null, "onder referentiebereik", "↓", false),
        ["131196009"] = _known["S"],
        ["11896004"] = _known["I"],
        ["30714006"] = _known["R"],
    };

    /// <summary>One flag a concept; where its codings say different things, the gravest stands.</summary>
    public static IReadOnlyList<ResultFlag> Read(IEnumerable<CodeableConcept> interpretations) => [.. interpretations.Select(Of).Distinct()];

    private static ResultFlag Of(CodeableConcept concept)
    {
        var known = concept.Codings.Select(Known).OfType<ResultFlag>()
            .OrderByDescending(f => f.IsCritical).ThenByDescending(f => f.Code is not null).FirstOrDefault();
        return known ?? new ResultFlag(null, concept.Show ?? "onbekende markering", "", IsCritical: false);
    }

    private static ResultFlag? Known(Coding coding)
    {
        if (coding is not { System: { } system, Code: { } code })
        {
            return null;
        }
        return system == Snomed ? _knownSnomed.GetValueOrDefault(code) : _hl7.Contains(system) ? _known.GetValueOrDefault(code) : null;
    }
}

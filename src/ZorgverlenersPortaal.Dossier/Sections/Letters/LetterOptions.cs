namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Which letters are shown, and what they are called; section <c>Letters</c> (fhir.md §1.7).</summary>
public sealed class LetterOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Letters";

    /// <summary>The kind of every document that no configured code names: it is shown, never hidden.</summary>
    public const string OtherKind = "Overige correspondentie";

    /// <summary>In <see cref="WithheldLabels"/>: nothing is withheld.</summary>
    private const string None = "None";

    private const string Snomed = "http://snomed.info/sct|";
    private const string Loinc = "http://loinc.org|";

    private static readonly IReadOnlyList<LetterKindOptions> _kinds =
    [
        Kind("Ontslagbrief", Snomed + "11071000146104", Loinc + "18842-5", Loinc + "34105-7"),
        Kind(
            "Verwijsbrief", Snomed + "11051000146107", Loinc + "57133-1", "urn:oid:2.16.840.1.113883.2.4.4.30.69|1",
            "https://referentiemodel.nhg.org/tabellen/nhg-tabel-69-soort-correspondentie|1"),
        Kind("Overdracht", Snomed + "371535009", Loinc + "18761-7"),
        Kind("Brief van de spoedeisende hulp", Loinc + "34878-9", Loinc + "34111-5"),
        Kind("Operatieverslag", Loinc + "11504-8", Loinc + "28570-0"),
        Kind("Specialistenbrief", Loinc + "11488-4", Loinc + "34797-1", Loinc + "68688-1", Loinc + "73575-3"),
    ];

    /// <summary>Letters from before this day are not shown; how many there are, is.</summary>
    public DateOnly Since { get; set; } = new(2017, 9, 23);

    /// <summary>Dutch: where a doctor asks for older letters, and for those that are withheld.</summary>
    public string AskAt { get; set; } = "Vraag de brief op bij het secretariaat van het specialisme.";

    /// <summary>Codes of confidentiality (securityLabel, meta.security, Composition.confidentiality) that are withheld; <c>None</c>: nothing is.</summary>
    public IList<string> WithheldLabels { get; init; } = [];

    /// <summary>The kinds, the first one that fits counts; none: those of fhir.md §1.7.</summary>
    public IList<LetterKindOptions> Kinds { get; init; } = [];

    /// <summary>What is due after a discharge.</summary>
    public LetterClockOptions Clock { get; set; } = new();

    /// <summary>Searching in letters.</summary>
    public LetterSearchOptions Search { get; set; } = new();

    internal Confidentiality Confidentiality => new(WithheldLabels is [None] ? [] : WithheldLabels.Count > 0 ? [.. WithheldLabels] : ["R", "V"]);

    internal IReadOnlyList<(string Name, CodeList Codes)> AllKinds => [.. (Kinds.Count > 0 ? [.. Kinds] : _kinds).Select(k => (k.Name, new CodeList(k.Codes)))];

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(AskAt))
        {
            yield return $"{Section}:{nameof(AskAt)} is empty; say where a doctor asks for letters that are not shown";
        }
        if (WithheldLabels.Any(l => l.Length == 0 || !l.All(char.IsAsciiLetter)) || (WithheldLabels.Count > 1 && WithheldLabels.Contains(None)))
        {
            yield return $"{Section}:{nameof(WithheldLabels)} must hold codes of v3-Confidentiality, e.g. V and R, or only {None}";
        }
        for (var i = 0; i < Kinds.Count; i++)
        {
            var key = $"{Section}:{nameof(Kinds)}:{i}";
            if (string.IsNullOrWhiteSpace(Kinds[i].Name))
            {
                yield return $"{key}:{nameof(LetterKindOptions.Name)} is empty; give the kind its Dutch name";
            }
            if (Kinds[i].Codes.Count == 0)
            {
                yield return $"{key}:{nameof(LetterKindOptions.Codes)} is empty; name at least one code as system|code";
            }
            foreach (var fault in CodeList.Faults($"{key}:{nameof(LetterKindOptions.Codes)}", Kinds[i].Codes))
            {
                yield return fault;
            }
        }
        foreach (var fault in Clock.Faults([.. AllKinds.Select(k => k.Name), OtherKind]).Concat(Search.Faults()))
        {
            yield return fault;
        }
    }

    private static LetterKindOptions Kind(string name, params string[] codes) => new() { Name = name, Codes = codes };
}

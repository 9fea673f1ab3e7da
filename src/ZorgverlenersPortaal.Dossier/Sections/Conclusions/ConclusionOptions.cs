namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>
/// Where this hospital keeps conclusion and policy; section <c>Conclusions</c>. No standard says (fhir.md §1.8): it is agreed
/// with the hospital.
/// </summary>
public sealed class ConclusionOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Conclusions";

    private const string Documents = "Documents";
    private const string Compositions = "Compositions";

    private static readonly string[] _documentTypes = ["http://loinc.org|11506-3"];
    private static readonly string[] _compositionTypes = ["http://snomed.info/sct|11591000146107", "http://loinc.org|67781-5"];
    private static readonly string[] _sectionCodes = ["http://snomed.info/sct|129265001", "http://snomed.info/sct|129271007"];

    /// <summary><c>Documents</c> (notes as DocumentReference), <c>Compositions</c>, or both; none: <c>Documents</c>.</summary>
    public IList<string> Sources { get; init; } = [];

    /// <summary>Types of DocumentReference that are one, as <c>system|code</c>.</summary>
    public IList<string> DocumentTypes { get; init; } = [];

    /// <summary>Types of Composition that hold one, as <c>system|code</c>.</summary>
    public IList<string> CompositionTypes { get; init; } = [];

    /// <summary>Codes of the sections in it that are shown, as <c>system|code</c>; a section comes with all sections inside it.</summary>
    public IList<string> SectionCodes { get; init; } = [];

    internal bool UsesDocuments => Sources.Count == 0 || Sources.Contains(Documents);

    internal bool UsesCompositions => Sources.Contains(Compositions);

    internal CodeList Notes => new(DocumentTypes.Count > 0 ? DocumentTypes : _documentTypes);

    internal CodeList Reports => new(CompositionTypes.Count > 0 ? CompositionTypes : _compositionTypes);

    internal CodeList Parts => new(SectionCodes.Count > 0 ? SectionCodes : _sectionCodes);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (Sources.Any(s => s is not (Documents or Compositions)))
        {
            yield return $"{Section}:{nameof(Sources)} must hold {Documents}, {Compositions} or both";
        }
        foreach (var fault in CodeList.Faults($"{Section}:{nameof(DocumentTypes)}", DocumentTypes)
            .Concat(CodeList.Faults($"{Section}:{nameof(CompositionTypes)}", CompositionTypes))
            .Concat(CodeList.Faults($"{Section}:{nameof(SectionCodes)}", SectionCodes)))
        {
            yield return fault;
        }
    }
}

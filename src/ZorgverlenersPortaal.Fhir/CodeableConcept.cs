using System.Buffers;
using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A concept in words, in codes, or both.</summary>
public sealed record CodeableConcept(string? Text, IReadOnlyList<Coding> Codings)
{
    private const int FewestOidDots = 3;
    private static readonly SearchValues<char> _oidCharacters = SearchValues.Create("0123456789.");

    private ConceptExtensions? Extensions { get; init; }

    /// <summary>Why there is no code (data-absent-reason: unknown, masked, ...).</summary>
    public string? AbsentReason => Extensions?.AbsentReason;

    /// <summary>nl-core: what the code does not say, to be shown with it.</summary>
    public string? FurtherSpecification => Extensions?.FurtherSpecification;

    /// <summary>nl-core, on a body site: left, right or both, to be shown with it.</summary>
    public CodeableConcept? Laterality => Extensions?.Laterality;

    /// <summary>
    /// What to show: the text, else a display, else a code; null means "onbekend". An OID in the place of words is no
    /// word
    /// (ChipSoft sends them, fhir.md §4.5).
    /// </summary>
    public string? Show
    {
        get
        {
            if (IsWord(Text))
            {
                return Text;
            }
            foreach (var coding in Codings)
            {
                if (IsWord(coding.Display))
                {
                    return coding.Display;
                }
            }
            foreach (var coding in Codings)
            {
                if (IsWord(coding.Code))
                {
                    return coding.Code;
                }
            }
            return null;
        }
    }

    public bool Has(string system, string code)
    {
        foreach (var coding in Codings)
        {
            if (string.Equals(coding.System, system, StringComparison.Ordinal)
                && string.Equals(coding.Code, code, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    internal static CodeableConcept? Read(ref FhirReader r) => r.Shared(ReadNew);

    private static CodeableConcept ReadNew(ref FhirReader r)
    {
        string? text = null;
        IReadOnlyList<Coding> codings = [];
        ConceptExtensions? extensions = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "text": text = r.Text(); break;
                case "coding": codings = r.List(Coding.Read); break;
                case "extension": extensions = ConceptExtensions.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new CodeableConcept(text, codings) { Extensions = extensions };
    }

    private static bool IsWord(string? text) => !string.IsNullOrWhiteSpace(text) && !IsOid(text);

    private static bool IsOid(ReadOnlySpan<char> text)
    {
        var oid = text.Trim();
        oid = oid.StartsWith("urn:oid:", StringComparison.OrdinalIgnoreCase) ? oid["urn:oid:".Length..] : oid;
        return oid.Count('.') >= FewestOidDots && !oid.ContainsAnyExcept(_oidCharacters);
    }
}

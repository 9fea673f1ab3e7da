using System.Buffers;
using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A concept in words, in codes, or both.</summary>
public sealed record CodeableConcept(string? Text, IReadOnlyList<Coding> Codings)
{
    private const int FewestOidDots = 3;
    private static readonly SearchValues<char> _oidCharacters = SearchValues.Create("0123456789.");

    /// <summary>Why there is no code (data-absent-reason: unknown, masked, ...).</summary>
    public string? AbsentReason { get; private init; }

    /// <summary>nl-core: what the code does not say, to be shown with it.</summary>
    public string? FurtherSpecification { get; private init; }

    /// <summary>nl-core, on a body site: left, right or both, to be shown with it.</summary>
    public CodeableConcept? Laterality { get; private init; }

    /// <summary>
    /// What to show: the text, else a display, else a code; null means "onbekend". An OID in the place of words is no word
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
            if (string.Equals(coding.System, system, StringComparison.Ordinal) && string.Equals(coding.Code, code, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    internal static CodeableConcept? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? text = null;
        IReadOnlyList<Coding> codings = [];
        (string? AbsentReason, string? Further, CodeableConcept? Laterality) extra = default;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "text": text = r.Text(); break;
                case "coding": codings = r.List(Coding.Read); break;
                case "extension": extra = ReadExtensions(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new CodeableConcept(text, codings)
        {
            AbsentReason = extra.AbsentReason,
            FurtherSpecification = extra.Further,
            Laterality = extra.Laterality,
        };
    }

    private static (string? AbsentReason, string? Further, CodeableConcept? Laterality) ReadExtensions(ref FhirReader r)
    {
        (string? AbsentReason, string? Further, CodeableConcept? Laterality) extra = default;
        if (!r.BeginList())
        {
            return extra;
        }
        while (r.NextExtension())
        {
            switch (r.Name)
            {
                case ExtensionUrls.DataAbsentReason: extra.AbsentReason = r.ExtensionText(); break;
                case ExtensionUrls.FurtherSpecification: extra.Further = r.ExtensionText(); break;
                case ExtensionUrls.Laterality: extra.Laterality = r.ExtensionValue("valueCodeableConcept", Read); break;
                default: r.Unread(); break;
            }
        }
        return extra;
    }

    private static bool IsWord(string? text) => !string.IsNullOrWhiteSpace(text) && !IsOid(text);

    private static bool IsOid(ReadOnlySpan<char> text)
    {
        var oid = text.Trim();
        oid = oid.StartsWith("urn:oid:", StringComparison.OrdinalIgnoreCase) ? oid["urn:oid:".Length..] : oid;
        return oid.Count('.') >= FewestOidDots && !oid.ContainsAnyExcept(_oidCharacters);
    }
}

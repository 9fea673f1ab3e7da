using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Which codes the hospital uses for care moments; section <c>CareMoments</c> (fhir.md §1.4, §1.6, §1.10).</summary>
public sealed class CareMomentOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "CareMoments";

    private const string Snomed = "http://snomed.info/sct|";

    private static readonly string[] _surgery = [Snomed + "387713003"];

    private static readonly string[] _referral =
    [
        Snomed + "3457005", Snomed + "103696004", "urn:oid:2.16.840.1.113883.2.4.4.30.69|1",
        "https://referentiemodel.nhg.org/tabellen/nhg-tabel-69-soort-correspondentie|1",
    ];

    /// <summary>Laboratory, imaging and pathology: asked for, but shown among the results.</summary>
    private static readonly string[] _investigation =
        [Snomed + "108252007", Snomed + "363679005", Snomed + "108257001", Snomed + "275711006", Snomed + "19851009"];

    private static readonly Dictionary<string, string> _places = new(StringComparer.Ordinal)
    {
        ["264362003"] = "Thuis",
        ["80522000"] = "Revalidatieziekenhuis",
        ["42665001"] = "Verpleeghuis",
        ["62480006"] = "Psychiatrisch ziekenhuis",
        ["22232009"] = "Ander ziekenhuis",
        ["284546000"] = "Hospice",
        ["183676005"] = "Overleden in het ziekenhuis",
        ["445060000"] = "Vertrokken tegen medisch advies",
    };

    /// <summary>Days ahead that count as soon.</summary>
    public int SoonDays { get; set; } = 14;

    /// <summary>Categories of an operation; other procedures are shown as such.</summary>
    public IList<string> SurgeryCodes { get; init; } = [];

    /// <summary>Categories or codes of a referral.</summary>
    public IList<string> ReferralCodes { get; init; } = [];

    /// <summary>Categories or codes of requests that belong to the results and are not listed as planned operations.</summary>
    public IList<string> InvestigationCodes { get; init; } = [];

    /// <summary>Dutch text for a SNOMED code of origin or destination, beside the known ones or in their place.</summary>
    public IDictionary<string, string> Places { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal CodeList Surgery => new(SurgeryCodes.Count > 0 ? SurgeryCodes : _surgery);

    internal CodeList Referral => new(ReferralCodes.Count > 0 ? ReferralCodes : _referral);

    internal CodeList Investigation => new(InvestigationCodes.Count > 0 ? InvestigationCodes : _investigation);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (SoonDays is < 1 or > 365)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(SoonDays)} is {SoonDays}; it must lie between 1 and 365");
        }
        foreach (var fault in CodeList.Faults($"{Section}:{nameof(SurgeryCodes)}", SurgeryCodes)
            .Concat(CodeList.Faults($"{Section}:{nameof(ReferralCodes)}", ReferralCodes))
            .Concat(CodeList.Faults($"{Section}:{nameof(InvestigationCodes)}", InvestigationCodes)))
        {
            yield return fault;
        }
        foreach (var (code, text) in Places)
        {
            if (code.Length == 0 || !code.All(char.IsAsciiDigit) || string.IsNullOrWhiteSpace(text))
            {
                yield return $"{Section}:{nameof(Places)}:{code} must be a SNOMED code with a Dutch text, e.g. {Section}:{nameof(Places)}:264362003=Thuis";
            }
        }
    }

    /// <summary>The Dutch text for a SNOMED code of a place, or null.</summary>
    internal string? PlaceText(string? code) =>
        code is null ? null : Places.TryGetValue(code, out var own) ? own : _places.GetValueOrDefault(code);
}

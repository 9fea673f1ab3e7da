using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>How the portal reaches and reads the EPD; section <c>Epd</c> (docs/configuration.md).</summary>
public sealed class EpdOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Epd";

    /// <summary>FHIR base address, absolute, http(s).</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>How the portal makes itself known; only <c>None</c> is built.</summary>
    public string Authentication { get; set; } = "None";

    /// <summary>Deadline of one section, seconds.</summary>
    public double SectionSeconds { get; set; } = 5;

    /// <summary>Days a discharged patient stays on the list.</summary>
    public int DischargedDays { get; set; } = 14;

    /// <summary>Pages followed of one search; a longer list is cut and says so.</summary>
    public int MaximumPages { get; set; } = 10;

    /// <summary>Bytes read of one answer, after decompression.</summary>
    public int MaximumBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Requests under way at the EPD at once.</summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>Resources asked per page.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary><c>Post</c> keeps the BSN out of the EPD's URLs (R12); <c>Get</c> is a visible loosening for EPDs that know only GET.</summary>
    public string BsnSearch { get; set; } = "Post";

    /// <summary>Encounter classes that count as an admission (fhir.md §1.4).</summary>
    public IList<string> AdmissionClasses { get; init; } = [];

    /// <summary>The configured classes, or the default: inpatient, acute and non-acute inpatient.</summary>
    public IReadOnlyList<string> Classes => AdmissionClasses.Count > 0 ? [.. AdmissionClasses] : ["IMP", "ACUTE", "NONAC"];

    /// <summary>The base with a closing slash, so that relative addresses resolve under it.</summary>
    public Uri Base => new(BaseAddress.EndsWith('/') ? BaseAddress : BaseAddress + "/", UriKind.Absolute);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return "Epd:BaseAddress must be an absolute http(s) address without query, fragment or user, e.g. https://epd.hospital.example/fhir";
        }
        if (Authentication != "None")
        {
            yield return $"Epd:Authentication is '{Authentication}'; only None is available in this version";
        }
        if (SectionSeconds is not (>= 0.1 and <= 60))
        {
            yield return "Epd:SectionSeconds must lie between 0.1 and 60";
        }
        foreach (var (key, value, least, most) in Numbers())
        {
            if (value < least || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Epd:{key} is {value}; it must lie between {least} and {most}");
            }
        }
        if (BsnSearch is not ("Post" or "Get"))
        {
            yield return "Epd:BsnSearch must be Post or Get";
        }
        if (AdmissionClasses.Any(c => c.Length == 0 || !c.All(char.IsAsciiLetterOrDigit)))
        {
            yield return "Epd:AdmissionClasses must hold one code of letters and digits per item, e.g. IMP";
        }
    }

    private IEnumerable<(string Key, int Value, int Least, int Most)> Numbers() =>
    [
        (nameof(DischargedDays), DischargedDays, 0, 365),
        (nameof(MaximumPages), MaximumPages, 1, 1000),
        (nameof(MaximumBytes), MaximumBytes, 1024, 1024 * 1024 * 1024),
        (nameof(Concurrency), Concurrency, 1, 1000),
        (nameof(PageSize), PageSize, 1, 10_000),
    ];
}

using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>How the portal reaches and reads the EPD; section <c>Epd</c> (docs/configuration.md).</summary>
public sealed class EpdOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Epd";

    /// <summary>FHIR base address, absolute, http(s).</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>How the portal makes itself known: <c>None</c>, <c>ClientCertificate</c> or <c>SmartBackendServices</c>.</summary>
    public string Authentication { get; set; } = nameof(EpdAuthentication.None);

    /// <summary>PEM or PKCS#12 file with the client certificate that the EPD knows; empty: none is shown.</summary>
    public string ClientCertificate { get; set; } = "";

    /// <summary>PEM file with its key; not with PKCS#12.</summary>
    public string ClientCertificateKey { get; set; } = "";

    /// <summary>Password of the PKCS#12 file or of the encrypted key.</summary>
    public string ClientCertificatePassword { get; set; } = "";

    /// <summary>PEM file, or folder of them, with the CAs of the EPD's certificate; empty: those the system trusts.</summary>
    public string TrustedCertificates { get; set; } = "";

    /// <summary>SMART Backend Services.</summary>
    public EpdSmartOptions Smart { get; init; } = new();

    /// <summary>Where the EPD may say that something changed.</summary>
    public EpdNotificationOptions Notifications { get; init; } = new();

    /// <summary>Seconds until an attempt without headers is given up and tried once more; null: three fifths of <see cref="SectionSeconds"/>.</summary>
    public double? AttemptSeconds { get; set; }

    /// <summary>Seconds from which an answer counts as slow.</summary>
    public double SlowSeconds { get; set; } = 2;

    /// <summary>Deadline of one section, seconds.</summary>
    public double SectionSeconds { get; set; } = 5;

    /// <summary>Seconds between two looks at a list that somebody has on the screen.</summary>
    public int PollSeconds { get; set; } = 30;

    /// <summary>Days a discharged patient stays on the list.</summary>
    public int DischargedDays { get; set; } = 14;

    /// <summary>Days ahead that planned admissions and appointments stand on the list; 0: none.</summary>
    public int PlannedDays { get; set; } = 14;

    /// <summary>Pages followed of one search; a longer list is cut and says so.</summary>
    public int MaximumPages { get; set; } = 10;

    /// <summary>Resources taken from one search, over its pages; a longer list is cut and says so.</summary>
    public int MaximumItems { get; set; } = 5000;

    /// <summary>Bytes of the pages of one search together; no further page is asked once they are reached.</summary>
    public int MaximumSearchBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Seconds after which no further page of a search is awaited; null: four fifths of <see cref="SectionSeconds"/>.</summary>
    public double? PagingSeconds { get; set; }

    /// <summary>How a doctor's patients are searched (docs/adr/0024), a name of <see cref="Epd.PatientSearch"/>.</summary>
    public string PatientSearch { get; set; } = nameof(Epd.PatientSearch.Auto);

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

    /// <summary>How the portal makes itself known; only after <see cref="Faults"/> found none.</summary>
    public EpdAuthentication Method => Enum.Parse<EpdAuthentication>(Authentication);

    /// <summary>How long one attempt may take.</summary>
    internal TimeSpan Attempt => TimeSpan.FromSeconds(AttemptSeconds ?? (SectionSeconds * 0.6));

    /// <summary>How long further pages of a search are awaited.</summary>
    internal TimeSpan Paging => TimeSpan.FromSeconds(PagingSeconds ?? (SectionSeconds * 0.8));

    /// <summary>The way to a doctor's patients; only after <see cref="Faults"/> found none.</summary>
    internal Epd.PatientSearch Search => Enum.Parse<Epd.PatientSearch>(PatientSearch);

    /// <summary>A client certificate is shown, alone or beside a token.</summary>
    internal bool ShowsCertificate => ClientCertificate.Length > 0;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(bool isProduction = false) => [.. OwnFaults(), .. EpdAccessFaults.Of(this, isProduction), .. Notifications.Faults()];

    private IEnumerable<string> OwnFaults()
    {
        if (!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return "Epd:BaseAddress must be an absolute http(s) address without query, fragment or user, e.g. https://epd.hospital.example/fhir";
        }
        if (SectionSeconds is not (>= 0.1 and <= 60))
        {
            yield return "Epd:SectionSeconds must lie between 0.1 and 60";
        }
        else if (AttemptSeconds is { } attempt && (attempt is not >= 0.05 || attempt >= SectionSeconds))
        {
            yield return "Epd:AttemptSeconds must lie between 0.05 and Epd:SectionSeconds, and below it: a second attempt needs time too";
        }
        if (PagingSeconds is { } paging && (paging is not >= 0.05 || paging > SectionSeconds))
        {
            yield return "Epd:PagingSeconds must lie between 0.05 and Epd:SectionSeconds";
        }
        if (SlowSeconds is not (>= 0.05 and <= 60))
        {
            yield return "Epd:SlowSeconds must lie between 0.05 and 60";
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
        if (!Enum.GetNames<Epd.PatientSearch>().Contains(PatientSearch, StringComparer.Ordinal))
        {
            yield return $"Epd:PatientSearch must be one of {string.Join(", ", Enum.GetNames<Epd.PatientSearch>())}";
        }
        if (AdmissionClasses.Any(c => c.Length == 0 || !c.All(char.IsAsciiLetterOrDigit)))
        {
            yield return "Epd:AdmissionClasses must hold one code of letters and digits per item, e.g. IMP";
        }
    }

    private IEnumerable<(string Key, int Value, int Least, int Most)> Numbers() =>
    [
        (nameof(PollSeconds), PollSeconds, 10, 3600),
        (nameof(DischargedDays), DischargedDays, 0, 365),
        (nameof(PlannedDays), PlannedDays, 0, 90),
        (nameof(MaximumPages), MaximumPages, 1, 1000),
        (nameof(MaximumItems), MaximumItems, 1, 1_000_000),
        (nameof(MaximumSearchBytes), MaximumSearchBytes, 1024, 1024 * 1024 * 1024),
        (nameof(MaximumBytes), MaximumBytes, 1024, 1024 * 1024 * 1024),
        (nameof(Concurrency), Concurrency, 1, 1000),
        (nameof(PageSize), PageSize, 1, 10_000),
    ];
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>The sections of one patient's record. Every read takes a grant (R1); what is shown is recorded first (R2).</summary>
public sealed partial class DossierReader
{
    private readonly SectionFetcher _fetcher;
    private readonly SectionRecorder _recorder;
    private readonly EpdOptions _options;
    private readonly SectionOptions _sections;
    private readonly TimeProvider _clock;
    private readonly AdmissionReader _admissions;
    private readonly LetterShelfReader _letters;

    internal DossierReader(SectionFetcher fetcher, SectionRecorder recorder, EpdOptions options, SectionOptions sections, TimeProvider clock)
    {
        _fetcher = fetcher;
        _recorder = recorder;
        _options = options;
        _sections = sections;
        _clock = clock;
        _admissions = new(options.Base, options.Classes, sections.CareMoments);
        _letters = new(options.Base, sections.Letters);
    }

    /// <summary>Starts what the banner of any page of the record needs; the page starts its own sections beside it.</summary>
    public RecordReading StartRecord(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var (directives, admissions) = (DirectivesAsync(grant, cancellation), AdmissionAsync(grant, cancellation));
        return new(grant, directives, admissions) { Admission = Pending(grant, admissions), Directives = Pending(grant, directives) };
    }

    /// <summary>Starts reading the diagnoses; to be had only through their record (R2).</summary>
    public PendingSection<IReadOnlyList<Diagnosis>> ReadDiagnoses(PatientGrant grant, CancellationToken cancellation) =>
        Pending(grant, DiagnosesAsync(grant, (epd, token) => epd.SearchAsync(grant, About(grant, "Condition"), token), cancellation));

    /// <summary>Starts reading the allergies; to be had only through their record (R2).</summary>
    public PendingSection<IReadOnlyList<Allergy>> ReadAllergies(PatientGrant grant, CancellationToken cancellation) =>
        Pending(grant, AllergiesAsync(grant, cancellation));

    /// <summary>The banner, once its record is durable; throws <see cref="AuditUnavailableException"/> when it cannot be.</summary>
    public async Task<PatientBanner> OpenAsync(RecordReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var grant = reading.Grant;
        var directives = await reading.DirectivesRead;
        var summary = directives.Content is { } content
            ? DirectiveSummary.Of(content, directives.IsIncomplete || grant.MayMissDirectives)
            : DirectiveSummary.Unavailable;
        var (stay, source) = await StayAsync(reading);
        var banner = PatientBannerReader.Read(grant.Patient, summary, grant.HasSecondRecord, _clock.GetUtcNow()) with { Stay = stay };
        await _recorder.RecordAsync(
            grant,
            new Section<PatientBanner>
            {
                Category = DossierCategory.Banner,
                Content = banner,
                FetchedAt = banner.FetchedAt,
                IsIncomplete = summary.State is DirectiveState.Incomplete or DirectiveState.Unavailable,
                Resources = [grant.Patient.VersionedReference, .. directives.Resources, .. source],
                Strangers = directives.Strangers,
            },
            AuditEventType.PatientOpened);
        return banner;
    }

    /// <summary>Records that a page of the record goes to a printer; returns only when that is durable.</summary>
    public Task RecordPrintAsync(RecordReading reading, string page)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return _recorder.RecordPrintAsync(reading.Grant, page);
    }

    /// <summary>Records that the whole BSN is shown; throws <see cref="AuditUnavailableException"/> when it cannot be.</summary>
    public Task RecordBsnAsync(RecordReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return _recorder.RecordBsnAsync(reading.Grant);
    }

    private Task<Section<IReadOnlyList<Allergy>>> AllergiesAsync(PatientGrant grant, CancellationToken cancellation) => _fetcher.FetchAsync<IReadOnlyList<Allergy>>(
        DossierCategory.Allergies,
        (epd, token) => epd.SearchAsync(grant, About(grant, "AllergyIntolerance"), token),
        a => ClinicalReader.Allergies(a.Of<AllergyIntolerance>()),
        cancellation);

    /// <summary>Where she lies now, for the banner, and which Encounters say so.</summary>
    private static async Task<(PatientStay Stay, IEnumerable<string> Sources)> StayAsync(RecordReading reading)
    {
        if (!reading.Grant.Categories.Contains(DossierCategory.Admission))
        {
            return (PatientStay.None, []);
        }
        var section = await reading.AdmissionsRead;
        if (section.Content is not { } admissions)
        {
            return (PatientStay.Unavailable, []);
        }
        return admissions.FirstOrDefault(a => a.State.IsAdmitted() && !a.IsNotUnderstood) is { } now
            ? (new(IsKnown: true, now.Ward ?? "afdeling niet vastgelegd"), section.Resources.Where(source => now.EncounterIds.Any(id => IsOf(source, id))))
            : (PatientStay.None, []);
    }

    private static bool IsOf(string source, string encounterId) =>
        source == $"Encounter/{encounterId}" || source.StartsWith($"Encounter/{encounterId}/", StringComparison.Ordinal);

    private PendingSection<T> Pending<T>(PatientGrant grant, Task<Section<T>> fetching) where T : class => new(grant, fetching, _recorder);

    private Task<Section<IReadOnlyList<TreatmentDirective>>> DirectivesAsync(PatientGrant grant, CancellationToken cancellation) =>
        _fetcher.FetchAsync<IReadOnlyList<TreatmentDirective>>(
            DossierCategory.TreatmentDirectives,
            (epd, token) => grant.Consents is { } read ? Task.FromResult(read) : epd.SearchAsync(grant, About(grant, "Consent"), token),
            a => TreatmentDirectiveReader.Read(a.Of<Consent>(), _clock.GetUtcNow()),
            cancellation);

    private Task<Section<IReadOnlyList<Admission>>> AdmissionAsync(PatientGrant grant, CancellationToken cancellation)
    {
        var query = EpdQuery.Search("Encounter", ("patient", grant.PatientId), ("class", string.Join(',', _options.Classes)));
        return _fetcher.FetchAsync<IReadOnlyList<Admission>>(
            DossierCategory.Admission,
            async (epd, token) => await _fetcher.WithLocationsAsync(grant, await epd.SearchAsync(grant, query, token), token),
            a => _admissions.Read(a.Of<Encounter>(), a.Of<Location>(), _clock.GetUtcNow()),
            cancellation);
    }

    private Task<Section<IReadOnlyList<Diagnosis>>> DiagnosesAsync(
        PatientGrant grant, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return _fetcher.FetchAsync<IReadOnlyList<Diagnosis>>(DossierCategory.Diagnoses, ask, a => ClinicalReader.Diagnoses(a.Of<Condition>()), cancellation);
    }
}

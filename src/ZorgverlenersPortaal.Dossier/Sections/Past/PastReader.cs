using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>
/// Parts of a record as the EPD had them at a moment that has been. Who may look, and what the labels close, is judged by the rules of now
/// (docs/adr/0036).
/// </summary>
public sealed class PastReader
{
    private readonly SectionFetcher _fetcher;
    private readonly SectionRecorder _recorder;
    private readonly EpdCapabilities _capabilities;
    private readonly EpdOptions _options;
    private readonly SectionOptions _sections;

    internal PastReader(SectionFetcher fetcher, SectionRecorder recorder, EpdCapabilities capabilities, EpdOptions options, SectionOptions sections)
    {
        (_fetcher, _recorder, _capabilities, _options, _sections) = (fetcher, recorder, capabilities, options, sections);
    }

    /// <summary>Starts every section; each runs to its own deadline and is to be had only through its record, which names the moment (R2).</summary>
    public PastReading Start(PatientGrant grant, DateTimeOffset moment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var classes = ("class", string.Join(',', _options.Classes));
        var admissions = new AdmissionReader(_options.Base, _options.Classes, _sections.CareMoments);
        var look = new Look(this, grant, moment, cancellation);
        return new()
        {
            Directives = look.At(
                DossierCategory.TreatmentDirectives, Ask("Consent"),
                (past, a) => Each(past, a, (Consent c) => TreatmentDirectiveReader.Read([c], moment)).OrderByDescending(i => i.Content.IsCurrent).ThenBy(i => i.Content.Decision)),
            Allergies = look.At(
                DossierCategory.Allergies, Ask("AllergyIntolerance"),
                (past, a) => Each(past, a, (AllergyIntolerance i) => ClinicalReader.Allergies([i])).OrderBy(i => i.Content.IsInactive || i.Content.IsRefuted).ThenBy(i => i.Content.Name, StringComparer.Ordinal)),
            Diagnoses = look.At(
                DossierCategory.Diagnoses, Ask("Condition"),
                (past, a) => Each(past, a, (Condition c) => ClinicalReader.Diagnoses([c])).OrderByDescending(i => i.Content.IsActive && !i.Content.IsRefuted)),
            Admissions = look.At(
                DossierCategory.Admission,
                async (epd, token) => await _fetcher.WithLocationsAsync(grant, await Ask("Encounter", classes)(epd, token), token),
                (past, a) => admissions.Read(a.Of<Encounter>(), a.Of<Location>(), moment).Select(stay => new PastItem<Admission>(
                    stay, [.. a.Of<Encounter>().Where(e => stay.EncounterIds.Contains(e.Id, StringComparer.Ordinal)).Select(past.Version)]))),
            Medication = look.Medication(),
        };

        Func<IEpd, CancellationToken, Task<EpdAnswer>> Ask(string type, params (string, string)[] more) =>
            (epd, token) => epd.SearchAsync(grant, EpdQuery.Search(type, [("patient", grant.PatientId), .. more]), token);
    }

    private static IEnumerable<PastItem<T>> Each<TResource, T>(PastEpd past, EpdAnswer answer, Func<TResource, IEnumerable<T>> read) where TResource : Resource =>
        answer.Of<TResource>().SelectMany(resource => read(resource).Select(item => new PastItem<T>(item, [past.Version(resource)])));

    private sealed class Look(PastReader reader, PatientGrant grant, DateTimeOffset moment, CancellationToken cancellation)
    {
        public PendingSection<PastPart<T>> At<T>(
            DossierCategory category, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, Func<PastEpd, EpdAnswer, IEnumerable<PastItem<T>>> show) =>
            new(grant, ReadAsync(category, ask, show), reader._recorder, AuditEventType.PastShown);

        public PendingSection<PastPart<Medicine>> Medication()
        {
            // What was given in hospital is no question of what was in use.
            var fetch = new MedicineFetch(grant, reader._sections.Medication, reader._options.Base, moment, cancellation) { WithAdministrations = false };
            return At(DossierCategory.Medication, fetch.AskAsync, (past, answer) =>
            {
                var versions = answer.Resources.DistinctBy(r => r.VersionedReference).ToDictionary(r => r.VersionedReference, past.Version, StringComparer.Ordinal);
                var use = fetch.Show(answer).InUse();
                return use.NotToGive.Concat(use.Current).Concat(use.ToLookUp).Select(m => new PastItem<Medicine>(m, versions.TryGetValue(m.Source, out var v) ? [v] : []));
            });
        }

        private async Task<Section<PastPart<T>>> ReadAsync<T>(
            DossierCategory category, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, Func<PastEpd, EpdAnswer, IEnumerable<PastItem<T>>> show)
        {
            PastEpd? past = null;
            var section = await reader._fetcher.FetchAsync(
                category,
                (epd, token) => ask(past = new(epd, reader._capabilities, moment), token),
                answer => new PastPart<T>([.. show(past!, answer)], past!.Unclear),
                cancellation);
            return section with { AsOf = moment };
        }
    }
}

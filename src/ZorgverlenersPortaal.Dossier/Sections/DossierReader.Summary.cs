using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>The summary: of each part only what it shows, and only that is named in its record.</content>
public sealed partial class DossierReader
{
    private const int NextAppointments = 3;

    /// <summary>
    /// Starts every section of the summary at once; each runs to its own deadline. Nothing can be had before <see cref="OpenAsync"/>
    /// recorded that the record is opened. <paramref name="only"/>: one section alone, beside what the banner needs.
    /// </summary>
    public DossierReading Start(PatientGrant grant, CancellationToken cancellation, DossierCategory? only = null)
    {
        ArgumentNullException.ThrowIfNull(grant);
        // Asked once and shown twice: alerts are told in the words of the diagnoses, and conclusions are documents among the letters.
        Task<EpdAnswer>? problems = null, documents = null;
        var (directives, admissions) = (DirectivesAsync(grant, cancellation), AdmissionAsync(grant, cancellation));
        var diagnoses = Asked(DossierCategory.Diagnoses, () => DiagnosesAsync(grant, (epd, token) => problems = epd.SearchAsync(grant, About(grant, "Condition"), token), cancellation));
        var letters = Asked(DossierCategory.Letters, () => LettersAsync(Recent, (epd, token) => documents = epd.SearchAsync(grant, Letters(grant), token), cancellation));
        return new(grant, directives, admissions)
        {
            Admission = Pending(grant, admissions),
            Conclusion = Asked(DossierCategory.ConclusionAndPolicy, () => LatestConclusionAsync(grant, documents, cancellation)),
            Directives = Pending(grant, directives),
            Diagnoses = diagnoses,
            Alerts = Asked(DossierCategory.Alerts, () => AlertsAsync(
                grant,
                isCurrentOnly: true,
                (epd, token) => problems is { } asked ? AgainAsync(asked, token) : epd.SearchAsync(grant, About(grant, "Condition"), token),
                cancellation)),
            Allergies = Asked(DossierCategory.Allergies, () => AllergiesAsync(grant, cancellation)),
            Medication = Asked(DossierCategory.Medication, () => InUseAsync(grant, cancellation)),
            Abnormal = Asked(DossierCategory.Results, () => AbnormalAsync(grant, cancellation)),
            Letters = letters,
            Appointments = Asked(DossierCategory.CareMoments, () => NextAsync(grant, cancellation)),
        };

        PendingSection<T> Asked<T>(DossierCategory category, Func<Task<Section<T>>> read) where T : class =>
            Pending(grant, only is null || only == category ? read() : NotAsked<T>(category));
    }

    /// <summary>Whoever shows it nevertheless gets nothing.</summary>
    private static Task<Section<T>> NotAsked<T>(DossierCategory category) where T : class =>
        Task.FromException<Section<T>>(new InvalidOperationException($"{category} was not asked for."));

    private Task<Section<Conclusions.ConclusionList>> LatestConclusionAsync(PatientGrant grant, Task<EpdAnswer>? documents, CancellationToken cancellation) =>
        ConclusionsAsync(
            most: 1,
            documents is not null && _sections.Conclusions is { UsesDocuments: true, UsesCompositions: false }
                ? (_, token) => AgainAsync(documents, token)
                : (epd, token) => AskAsync(epd, Sources(grant), grant, token),
            cancellation);

    private async Task<Section<MedicinesInUse>> InUseAsync(PatientGrant grant, CancellationToken cancellation)
    {
        // What was given in hospital is no question of what is in use.
        var fetch = new MedicineFetch(grant, _sections.Medication, _options.Base, _clock.GetUtcNow(), cancellation) { WithAdministrations = false };
        return await NamingAsync(_fetcher.FetchAsync(DossierCategory.Medication, fetch.AskAsync, a => fetch.Show(a).InUse(), cancellation), m => m.Sources);
    }

    private async Task<Section<AppointmentBook>> NextAsync(PatientGrant grant, CancellationToken cancellation)
    {
        var section = await AppointmentsAsync(grant, (epd, token) => epd.SearchAsync(grant, About(grant, "Appointment"), token), cancellation);
        return await NamingAsync(Task.FromResult(section with { Content = section.Content?.Next(NextAppointments) }), b => b.Sources);
    }

    /// <summary>An answer that another section is shown of too: what was dropped of it is recorded there, here it is only said.</summary>
    private static async Task<EpdAnswer> AgainAsync(Task<EpdAnswer> asked, CancellationToken cancellation)
    {
        var answer = await asked.WaitAsync(cancellation);
        return answer with { Strangers = [], Warnings = answer.Warnings + answer.Strangers.Count };
    }
}

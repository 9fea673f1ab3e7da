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
    /// recorded that the record is opened.
    /// </summary>
    public DossierReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        // Asked once and shown twice: alerts are told in the words of the diagnoses, and conclusions are documents among the letters.
        Task<EpdAnswer>? problems = null, documents = null;
        var (directives, admissions) = (DirectivesAsync(grant, cancellation), AdmissionAsync(grant, cancellation));
        var diagnoses = DiagnosesAsync(grant, (epd, token) => problems = epd.SearchAsync(grant, About(grant, "Condition"), token), cancellation);
        var letters = LettersAsync(Recent, (epd, token) => documents = epd.SearchAsync(grant, Letters(grant), token), cancellation);
        return new(grant, directives, admissions)
        {
            Admission = Pending(grant, admissions),
            Conclusion = Pending(grant, LatestConclusionAsync(grant, () => documents!, cancellation)),
            Directives = Pending(grant, directives),
            Diagnoses = Pending(grant, diagnoses),
            Alerts = Pending(grant, AlertsAsync(grant, isCurrentOnly: true, (_, token) => AgainAsync(problems!, token), cancellation)),
            Allergies = ReadAllergies(grant, cancellation),
            Medication = Pending(grant, InUseAsync(grant, cancellation)),
            Letters = Pending(grant, letters),
            Appointments = Pending(grant, NextAsync(grant, cancellation)),
        };
    }

    private Task<Section<Conclusions.ConclusionList>> LatestConclusionAsync(PatientGrant grant, Func<Task<EpdAnswer>> documents, CancellationToken cancellation) =>
        ConclusionsAsync(
            most: 1,
            _sections.Conclusions is { UsesDocuments: true, UsesCompositions: false }
                ? (_, token) => AgainAsync(documents(), token)
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

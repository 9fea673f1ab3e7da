using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>Writes a version out for an officer: title, status, dates. A type without a projection is named only. Dutch.</summary>
internal static class SeenItems
{
    private const string Unnamed = "Zonder omschrijving";

    /// <summary>Of what is not understood only the kind is told (R10).</summary>
    public static SeenItem Of(Resource resource)
    {
        var (title, facts) = resource.NotUnderstood is null ? Said(resource) : ("Kan niet veilig worden weergegeven", []);
        if (resource.IsEnteredInError)
        {
            facts = [("Let op", "als fout ingevoerd"), .. facts];
        }
        return new(resource.VersionedReference, title ?? Unnamed, [.. facts.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!))])
        {
            Stored = VersionAt.StoredAt(resource),
        };
    }

    private static (string? Title, IReadOnlyList<(string Name, string? Value)> Facts) Said(Resource resource) => resource switch
    {
        Patient p => (p.Names.Select(n => n.Show).FirstOrDefault(n => n is not null), [("Geboren", Date(p.BirthDate)), ("Geslacht", p.Gender), ("Overleden", Date(p.DeceasedDateTime))]),
        Condition c => (
            Words.Of(c.Code),
            [("Status", Words.Of(c.ClinicalStatus)), ("Zekerheid", Words.Of(c.VerificationStatus)), ("Sinds", Time(c.Onset)), ("Tot", Time(c.Abatement)), ("Vastgelegd", Date(c.RecordedDate)), Notes(c.Notes)]),
        AllergyIntolerance a => (
            Words.Of(a.Code),
            [("Status", Words.Of(a.ClinicalStatus)), ("Zekerheid", Words.Of(a.VerificationStatus)), ("Ernst", a.Criticality), ("Reacties", Words.Of(a.Reactions.SelectMany(r => r.Manifestations))), ("Sinds", Time(a.Onset)), Notes(a.Notes)]),
        // By the reader that knows what a directive means: a code alone can be misread.
        Consent c => (
            Words.Join(TreatmentDirectiveReader.Read([c], DateTimeOffset.MinValue).Select(d => d.Text)) ?? Words.Of(c.Categories),
            [("Status", c.Status), ("Besproken", Date(c.DateTime)), ("Geldt", Span(c.Provision?.Period)), ("Toelichting", c.Comment), ("Reden van beëindigen", c.Provision?.ReasonForEnding)]),
        Encounter e => (
            Words.Of(e.ReasonCodes) ?? Words.Of(e.Types) ?? e.Class?.Display,
            [("Status", e.Status), ("Periode", Span(e.Period)), ("Afdeling", Words.Join(e.Locations.Select(l => Words.Of(l.Location?.Display)))), ("Bestemming", Words.Of(e.DischargeDisposition))]),
        Flag f => (Words.Of(f.Code), [("Status", f.Status), ("Periode", Span(f.Period)), ("Toelichting", f.Comment)]),
        MedicationRecord m => Medicine(m),
        Medication m => (Words.Of(m.Code), [("Vorm", Words.Of(m.Form))]),
        _ => Care(resource),
    };

    private static (string? Title, IReadOnlyList<(string Name, string? Value)> Facts) Care(Resource resource) => resource switch
    {
        Observation o => (
            Words.Of(o.Code),
            [("Uitslag", Value(o)), ("Oordeel", Words.Of(o.Interpretations)), ("Status", o.Status), ("Tijdstip", Time(o.Effective)), Notes(o.Notes)]),
        DiagnosticReport r => (Words.Of(r.Code), [("Conclusie", r.Conclusion), ("Status", r.Status), ("Tijdstip", Time(r.Effective)), ("Uitgegeven", Date(r.Issued))]),
        DocumentReference d => (Words.Of(d.Description) ?? Words.Of(d.Type), [("Soort", Words.Of(d.Type)), ("Status", d.Status), ("Stadium", d.DocStatus), ("Datum", Date(d.Date)), ("Tekst", Text(d.Text))]),
        Composition c => (Words.Of(c.Title) ?? Words.Of(c.Type), [("Status", c.Status), ("Datum", Date(c.Date))]),
        Appointment a => (Words.Of(a.Description) ?? Words.Of(a.ServiceTypes), [("Status", a.Status), ("Begin", Date(a.Start)), ("Reden", Words.Of(a.ReasonCodes))]),
        Procedure p => (Words.Of(p.Code), [("Status", p.Status), ("Uitgevoerd", Time(p.Performed)), Notes(p.Notes)]),
        ServiceRequest s => (Words.Of(s.Code), [("Status", s.Status), ("Doel", s.Intent), ("Niet doen", s.DoNotPerform == true ? "ja" : null), ("Aangevraagd", Date(s.AuthoredOn)), Notes(s.Notes)]),
        CareTeam t => (Words.Of(t.Name) ?? Words.Of(t.Categories), [("Status", t.Status), ("Periode", Span(t.Period))]),
        EpisodeOfCare e => (Words.Of(e.Name) ?? Words.Of(e.Types), [("Status", e.Status), ("Periode", Span(e.Period))]),
        Specimen s => (Words.Of(s.Type), [("Status", s.Status), ("Afgenomen", Time(s.Collected))]),
        RelatedPerson r => (r.Names.Select(n => n.Show).FirstOrDefault(n => n is not null), [("Relatie", Words.Of(r.Relationships))]),
        OtherResource o => ("Van dit soort gegeven toont het portaal geen inhoud", [("Status", o.Status)]),
        _ => ("Van dit soort gegeven toont het portaal geen inhoud", []),
    };

    private static (string? Title, IReadOnlyList<(string Name, string? Value)> Facts) Medicine(MedicationRecord record)
    {
        IReadOnlyList<(string Name, string? Value)> own = record switch
        {
            MedicationRequest r => [("Doel", r.Intent), ("Niet geven", r.DoNotPerform == true ? "ja" : null), ("Afgesproken", Date(r.AuthoredOn)), ("Reden", Words.Of(r.ReasonCodes))],
            MedicationStatement s => [("Gebruik", Time(s.Effective)), ("Vastgelegd", Date(s.DateAsserted)), ("Reden", Words.Of(s.ReasonCodes))],
            MedicationDispense d => [("Verstrekt", Date(d.WhenHandedOver))],
            MedicationAdministration a => [("Toegediend", Time(a.Effective))],
            _ => [],
        };
        var name = Words.Of(record.Medication?.Concept) ?? Words.Name(record.Medication?.Reference, record);
        return (name ?? "Middel staat in een ander gegeven", [("Status", record.Status), .. own, Notes(record.Notes)]);
    }

    private static string? Value(Observation observation) =>
        observation.Value is { } value && ValueText.Of(value) is { } text ? text.Text
        : Words.Join(observation.Components.Select(c => c.Value is { } part ? $"{Words.Of(c.Code)}: {ValueText.Of(part)?.Text}" : null)) ?? Words.Of(observation.DataAbsentReason);

    private static string? Text(Narrative? narrative) => narrative?.Div is { } div ? NarrativeText.Read(div) : null;

    private static (string Name, string? Value) Notes(IReadOnlyList<Annotation> notes) => ("Opmerking", Words.Join(notes.Select(n => n.Text)));

    private static string? Date(FhirDateTime? date) => WrittenDate.Of(date)?.DateAndTime;

    private static string? Time(TimeChoice? time) => time is null ? null : Date(time.DateTime) ?? Span(time.Period);

    private static string? Span(Period? period) => period is null ? null : $"{Date(period.Start) ?? "onbekend"} tot {Date(period.End) ?? "nu of onbekend"}";
}

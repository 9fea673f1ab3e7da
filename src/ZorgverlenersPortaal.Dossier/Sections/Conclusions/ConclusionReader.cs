using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>Makes conclusions of notes and of sections of reports, as the hospital's settings say (fhir.md §1.8).</summary>
internal sealed class ConclusionReader(Uri baseAddress, ConclusionOptions options, LetterOptions letters)
{
    private readonly CodeList _notes = options.Notes;
    private readonly CodeList _reports = options.Reports;
    private readonly CodeList _parts = options.Parts;
    private readonly Confidentiality _confidentiality = letters.Confidentiality;
    private readonly LetterShelfReader _shelf = new(baseAddress, letters);

    public ConclusionList Read(EpdAnswer answer)
    {
        var shelf = _shelf.Read(answer.Of<DocumentReference>().Where(d => _notes.HasAny(d.Categories.Prepend(d.Type))));
        var reports = answer.Of<Composition>().Where(c => !c.IsEnteredInError && _reports.Has(c.Type)).ToList();
        var replaced = reports.Where(c => c.NotUnderstood is null).SelectMany(Replaced).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Items =
            [
                .. shelf.Letters.Select(l => Of(l, isReplaced: false))
                    .Concat(shelf.Replaced.Select(l => Of(l, isReplaced: true)))
                    .Concat(reports.Where(c => !_confidentiality.Withholds(c)).Select(c => Of(c, replaced.Contains(c.Id!))).OfType<Conclusion>())
                    .OrderBy(c => c.IsReplaced).ThenByDescending(c => c.Date?.Earliest ?? DateTimeOffset.MinValue),
            ],
            Withheld = shelf.Withheld + reports.Count(_confidentiality.Withholds),
            Older = shelf.Older,
            AskAt = shelf.AskAt,
        };
    }

    private static Conclusion Of(Letter letter, bool isReplaced) => new()
    {
        Source = letter.Source,
        Title = letter.Title,
        Date = letter.Date,
        Author = letter.Author,
        State = letter.State,
        Letter = letter,
        IsReplaced = isReplaced,
        IsNotUnderstood = letter.IsNotUnderstood,
    };

    /// <summary>Null for a report that holds no conclusion: a note with only a history says nothing here.</summary>
    private Conclusion? Of(Composition report, bool isReplaced)
    {
        var bare = new Conclusion
        {
            Source = report.VersionedReference,
            Title = "Verslag",
            Date = WrittenDate.Of(report.Date),
            IsNotUnderstood = report.NotUnderstood is not null,
        };
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        var parts = report.Sections.SelectMany(Find).Select(s => Of(s, report)).ToList();
        return parts.Count == 0 ? null : bare with
        {
            Title = Words.Of(report.Title) ?? Words.Of(report.Type) ?? "Verslag",
            Author = Words.Join(report.Authors.Select(a => Words.Name(a, report))),
            State = DocumentStates.Of(report.Status),
            Parts = parts,
            IsReplaced = isReplaced,
        };
    }

    /// <summary>The sections that the settings name, each followed by all those inside it. JSON's own depth limits how deep.</summary>
    private IEnumerable<CompositionSection> Find(CompositionSection section) =>
        _parts.Has(section.Code) ? WithInner(section) : section.Sections.SelectMany(Find);

    private static IEnumerable<CompositionSection> WithInner(CompositionSection section) => section.Sections.SelectMany(WithInner).Prepend(section);

    private ConclusionPart Of(CompositionSection section, Composition report)
    {
        var text = section.Text?.Div is { } div ? NarrativeText.Read(div) : "";
        var isAboutAnother = section.Focus is not null && PatientId(section.Focus) is var focus && (focus is null || focus != PatientId(report.Subject));
        return new()
        {
            Title = Words.Of(section.Title) ?? Words.Of(section.Code) ?? "Zonder titel",
            Text = isAboutAnother || string.IsNullOrWhiteSpace(text) ? null : text,
            EmptyReason = Words.Of(section.EmptyReason),
            HasMore = section.Entries.Count > 0,
            IsNotUnderstood = isAboutAnother || text is null,
        };
    }

    private string? PatientId(FhirReference? reference) =>
        reference is not null && ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Patient", Id: { } id } ? id : null;

    private IEnumerable<string> Replaced(Composition report) => report.RelatesTo
        .Where(r => r is { Code: "replaces", Target: not null })
        .Select(r => ReferenceResolver.Resolve(r.Target!, baseAddress))
        .Where(r => r is { Kind: ReferenceKind.Resource, Type: "Composition" } && r.Id != report.Id)
        .Select(r => r.Id!);
}

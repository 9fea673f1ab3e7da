using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Makes the list of letters of DocumentReferences: kinds, versions, what is withheld or too old (fhir.md §1.7).</summary>
internal sealed class LetterShelfReader(Uri baseAddress, LetterOptions options)
{
    private readonly IReadOnlyList<(string Name, CodeList Codes)> _kinds = options.AllKinds;
    private readonly Confidentiality _confidentiality = options.Confidentiality;
    private readonly DateTimeOffset _since = FhirDateTime.TryParse(options.Since.ToString("O", CultureInfo.InvariantCulture))!.EarliestInstant(Periods.Zone);

    public LetterShelf Read(IEnumerable<DocumentReference> documents)
    {
        var all = documents.Where(d => !d.IsEnteredInError).DistinctBy(d => d.Id, StringComparer.Ordinal).ToList();
        var versions = new LetterVersions(all.Where(LetterContent.IsUnderstood), baseAddress);
        var heads = all.Where(d => d.Status != "superseded" && !versions.IsReplaced(d.Id!)).ToList();
        var ids = heads.Select(d => d.Id!).ToHashSet(StringComparer.Ordinal);
        var others = all.Where(d => !ids.Contains(d.Id!) && MayBeShown(d)).ToDictionary(d => d.Id!, Of, StringComparer.Ordinal);
        var letters = heads.Where(MayBeShown)
            .Select(d => Of(d) with { Earlier = [.. NewestFirst(versions.Of(d.Id!).Where(others.ContainsKey).Select(id => others[id]))] })
            .ToList();
        return new()
        {
            Letters = [.. NewestFirst(letters)],
            Replaced = [.. NewestFirst(others.Values.Except(letters.SelectMany(l => l.Earlier)))],
            Withheld = all.Count(_confidentiality.Withholds),
            Older = heads.Count(d => !_confidentiality.Withholds(d) && IsOlder(d)),
            Since = options.Since,
            AskAt = options.AskAt,
        };
    }

    /// <summary>Neither withheld by its label nor from before the first day of which letters are shown.</summary>
    public bool MayBeShown(DocumentReference document) => !_confidentiality.Withholds(document) && !IsOlder(document);

    /// <summary>A partial date is older only as a whole; a letter without a date is shown.</summary>
    private bool IsOlder(DocumentReference document) => Date(document) is { } date && date.LatestInstant(Periods.Zone) < _since;

    private static IEnumerable<Letter> NewestFirst(IEnumerable<Letter> letters) => letters.OrderByDescending(l => l.Date?.Earliest ?? DateTimeOffset.MinValue);

    private Letter Of(DocumentReference document)
    {
        var bare = new Letter
        {
            Id = document.Id!,
            Source = document.VersionedReference,
            Kind = LetterOptions.OtherKind,
            Title = "Document",
            Date = WrittenDate.Of(Date(document)),
            Entered = WrittenDate.Of(document.LastUpdated ?? document.Date),
            IsNotUnderstood = !LetterContent.IsUnderstood(document),
        };
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        var kind = _kinds.FirstOrDefault(k => k.Codes.HasAny(document.Categories.Prepend(document.Type))).Name ?? LetterOptions.OtherKind;
        var addsTo = LetterVersions.Targets(document, "appends", baseAddress).FirstOrDefault();
        var formOf = addsTo is null ? LetterVersions.Targets(document, "transforms", baseAddress).FirstOrDefault() : null;
        return bare with
        {
            Kind = kind,
            Title = LetterContent.Title(document) ?? kind,
            Specialty = Words.Of(document.PracticeSetting),
            Author = Words.Join(document.Authors.Select(a => Words.Name(a, document))) ?? Words.Name(document.Authenticator, document),
            State = DocumentStates.Of(document.DocStatus),
            Relation = addsTo is not null ? LetterRelation.Addendum : formOf is not null ? LetterRelation.OtherForm : LetterRelation.None,
            RelatedId = addsTo ?? formOf,
            EncounterIds = [.. document.Encounters.Select(EncounterId).OfType<string>().Distinct(StringComparer.Ordinal)],
            Files = [.. LetterContent.Files(document, baseAddress)],
            Narrative = document.Text is { Status: not "empty", Div: { } div } ? div : null,
            CanOpen = LetterContent.Pdf(document, baseAddress) is not null,
        };
    }

    private static FhirDateTime? Date(DocumentReference document) =>
        document.Date ?? document.Contents.Select(c => c.Attachment?.Creation).FirstOrDefault(c => c is not null);

    private string? EncounterId(FhirReference reference) =>
        ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Encounter", Id: { } id } ? id : null;
}

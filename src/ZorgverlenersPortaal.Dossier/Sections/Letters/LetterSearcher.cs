using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Looks words up in the letters of one granted patient: what the list shows of them, the EPD's text, the text of the PDFs.</summary>
public sealed class LetterSearcher
{
    private readonly SectionFetcher _fetcher;
    private readonly SectionRecorder _recorder;
    private readonly LetterShelfReader _shelf;
    private readonly LetterWords _words;
    private readonly LetterPdfs _pdfs;

    internal LetterSearcher(SectionFetcher fetcher, SectionRecorder recorder, LetterShelfReader shelf, LetterWords words, LetterPdfs pdfs) =>
        (_fetcher, _recorder, _shelf, _words, _pdfs) = (fetcher, recorder, shelf, words, pdfs);

    /// <summary>Starts; to be had only through its record, which names every letter that was searched and no word of what was asked.</summary>
    public PendingSection<LettersFound> Search(PatientGrant grant, LettersAsked asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(asked);
        return new(grant, SearchAsync(grant, asked, cancellation), _recorder, AuditEventType.LettersSearched);
    }

    private async Task<Section<LettersFound>> SearchAsync(PatientGrant grant, LettersAsked asked, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, DocumentReference> documents = new Dictionary<string, DocumentReference>();
        var section = await _fetcher.FetchAsync(
            DossierCategory.Letters,
            (epd, token) => epd.SearchAsync(grant, DossierReader.Letters(grant), token),
            answer =>
            {
                documents = answer.Of<DocumentReference>().DistinctBy(d => d.Id).ToDictionary(d => d.Id!, StringComparer.Ordinal);
                return _shelf.Read(answer.Of<DocumentReference>());
            },
            cancellation);
        var isOpen = section.Content is not null && grant.Categories.Contains(DossierCategory.Letters);
        var found = isOpen ? await LookAsync(grant, asked, section.Content!, documents, cancellation) : null;
        return new()
        {
            Category = section.Category,
            Content = found,
            Failure = section.Failure,
            FetchedAt = section.FetchedAt,
            IsIncomplete = section.IsIncomplete || section.Content?.Withheld > 0,
            Resources = found is null ? [] : [.. found.Shelf.Sources.Concat(found.AlsoRead).Distinct(StringComparer.Ordinal)],
            Strangers = section.Strangers,
        };
    }

    private async Task<LettersFound> LookAsync(
        PatientGrant grant, LettersAsked asked, LetterShelf shelf, IReadOnlyDictionary<string, DocumentReference> documents, CancellationToken cancellation)
    {
        var words = FoldedText.Words(asked.Words);
        HashSet<string> found = new(StringComparer.Ordinal);
        List<string> alsoRead = [];
        using var reading = _pdfs.Begin(grant, asked.InPdfs, cancellation);
        foreach (var letter in shelf.Letters)
        {
            var text = FoldedText.Of(Shown(letter));
            if (!HasAll(text, words) && !letter.IsNotUnderstood)
            {
                var (own, read, _) = await _words.ReadAsync(grant, letter, documents[letter.Id], cancellation);
                alsoRead.AddRange(read is null ? [] : [read]);
                text += "\n" + FoldedText.Of(own ?? "");
                text += HasAll(text, words) ? "" : "\n" + FoldedText.Of(await reading.TextAsync(letter, documents[letter.Id]) ?? "");
            }
            if (HasAll(text, words))
            {
                found.Add(letter.Id);
            }
        }
        return new()
        {
            Shelf = shelf,
            Found = found,
            SearchedPdfs = reading.Searched,
            LeftOut = reading.LeftOut,
            Unreadable = reading.Unreadable,
            IsPdfOff = reading.IsOff,
            AlsoRead = [.. alsoRead, .. reading.Read],
        };
    }

    private static bool HasAll(string text, IReadOnlyList<string> words) => words.All(word => text.Contains(word, StringComparison.Ordinal));

    private static string Shown(Letter letter) => string.Join('\n', new[] { letter.Title, letter.Kind, letter.Specialty, letter.Author, letter.Date?.Date }.OfType<string>());
}

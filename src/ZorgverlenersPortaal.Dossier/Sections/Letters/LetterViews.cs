using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Reads one letter of a granted patient for the page on which it is read. Its PDF comes by <see cref="LetterReader"/>.</summary>
public sealed class LetterViews
{
    private readonly SectionFetcher _fetcher;
    private readonly SectionRecorder _recorder;
    private readonly LetterShelfReader _shelf;
    private readonly LetterWords _words;

    internal LetterViews(SectionFetcher fetcher, SectionRecorder recorder, LetterShelfReader shelf, LetterWords words) =>
        (_fetcher, _recorder, _shelf, _words) = (fetcher, recorder, shelf, words);

    /// <summary>Starts reading; to be had only through its record, which names this letter and those beside it (R2).</summary>
    public PendingSection<LetterView> Read(PatientGrant grant, string documentId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new(grant, ViewAsync(grant, documentId, cancellation), _recorder);
    }

    private async Task<Section<LetterView>> ViewAsync(PatientGrant grant, string documentId, CancellationToken cancellation)
    {
        var view = new LetterView();
        var section = await _fetcher.FetchAsync(
            DossierCategory.Letters,
            async (epd, token) =>
            {
                var answer = await epd.SearchAsync(grant, DossierReader.Letters(grant), token);
                view = await OfAsync(grant, documentId, answer, token);
                return answer;
            },
            _ => view,
            cancellation);
        return section.Content is null ? section : section with { Resources = [.. view.Sources.Distinct(StringComparer.Ordinal)] };
    }

    private async Task<LetterView> OfAsync(PatientGrant grant, string documentId, EpdAnswer answer, CancellationToken cancellation)
    {
        var letters = _shelf.Read(answer.Of<DocumentReference>()).Letters;
        var at = letters.ToList().FindIndex(letter => letter.Id == documentId);
        if (at < 0)
        {
            return new();
        }
        var document = answer.Of<DocumentReference>().First(d => d.Id == documentId);
        var (text, alsoRead, isGone) = letters[at].IsNotUnderstood ? (null, null, false) : await _words.ReadAsync(grant, letters[at], document, cancellation);
        return new()
        {
            Letter = letters[at],
            Newer = letters.ElementAtOrDefault(at - 1),
            Older = letters.ElementAtOrDefault(at + 1),
            Text = text,
            IsTextGone = isGone,
            AlsoRead = alsoRead is null ? [] : [alsoRead],
        };
    }
}

using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Reads one letter of a granted patient for the page on which it is read. Its PDF comes by <see cref="LetterReader"/>.</summary>
public sealed class LetterViews
{
    private readonly SectionFetcher _fetcher;
    private readonly SectionRecorder _recorder;
    private readonly LetterShelfReader _shelf;
    private readonly LetterWords _words;

    private readonly EpdOptions _options;
    private readonly TimeProvider _clock;

    internal LetterViews((SectionFetcher Fetcher, SectionRecorder Recorder) section, LetterShelfReader shelf, LetterWords words, EpdOptions options, TimeProvider clock)
    {
        (_fetcher, _recorder) = section;
        (_shelf, _words, _options, _clock) = (shelf, words, options, clock);
    }

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
                view = await OfAsync((epd, grant), documentId, answer, token);
                return answer;
            },
            _ => view,
            cancellation);
        return section.Content is null ? section : section with { Resources = [.. view.Sources.Distinct(StringComparer.Ordinal)] };
    }

    private async Task<LetterView> OfAsync((IEpd Epd, PatientGrant Grant) door, string documentId, EpdAnswer answer, CancellationToken cancellation)
    {
        var letters = _shelf.Read(answer.Of<DocumentReference>()).Letters;
        var at = letters.ToList().FindIndex(letter => letter.Id == documentId);
        if (at < 0)
        {
            return new();
        }
        var document = answer.Of<DocumentReference>().First(d => d.Id == documentId);
        var (text, alsoRead, isGone) = letters[at].IsNotUnderstood ? (null, null, false) : await _words.ReadAsync(door.Grant, letters[at], document, cancellation);
        return new()
        {
            Letter = letters[at],
            Newer = letters.ElementAtOrDefault(at - 1),
            Older = letters.ElementAtOrDefault(at + 1),
            Writer = letters[at].IsNotUnderstood ? null : await WriterAsync(door, document, answer, cancellation),
            Text = text,
            IsTextGone = isGone,
            AlsoRead = alsoRead is null ? [] : [alsoRead],
        };
    }

    /// <summary>The first author, or who signed; what cannot be asked is left out, for the page has other numbers.</summary>
    private async Task<LetterContact?> WriterAsync((IEpd Epd, PatientGrant Grant) door, DocumentReference document, EpdAnswer answer, CancellationToken cancellation)
    {
        if ((document.Authors.Count > 0 ? document.Authors[0] : document.Authenticator) is not { } author)
        {
            return null;
        }
        var now = _clock.GetUtcNow();
        var known = await new DirectoryFetch(door.Epd, door.Grant, _options.Base, now).CompleteAsync(answer, _ => [(author, document)], cancellation);
        var entry = new CareDirectory(known.Resources, _options.Base, now).Find(author, document);
        return entry is { Name: null, Specialty: null, Phone: null } ? null : new(entry.Name, entry.Specialty, entry.Phone);
    }
}

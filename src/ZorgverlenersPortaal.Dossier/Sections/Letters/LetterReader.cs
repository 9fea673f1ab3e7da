using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Opens one letter of a granted patient: reads its DocumentReference, checks whose it is, records, then points.</summary>
public sealed class LetterReader
{
    private readonly IEpd _epd;
    private readonly SectionRecorder _recorder;
    private readonly EpdOptions _options;
    private readonly LetterShelfReader _shelf;
    private readonly TimeProvider _clock;

    private readonly EpdContents _contents;

    internal LetterReader((IEpd Epd, EpdContents Contents) from, SectionRecorder recorder, EpdOptions options, LetterOptions letters, TimeProvider clock)
    {
        (_epd, _contents) = from;
        _shelf = new(options.Base, letters);
        _recorder = recorder;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// The letter, its opening recorded; null when it is unknown, another patient's, withdrawn, replaced, withheld, too old, or no PDF. Throws
    /// <see cref="EpdException"/> when the EPD cannot tell and <see cref="AuditUnavailableException"/> when it cannot be recorded.
    /// </summary>
    public Task<OpenedLetter?> OpenAsync(PatientGrant grant, string documentId, CancellationToken cancellation) =>
        OpenAsync(grant, documentId, d => d.Status == "current", cancellation);

    /// <summary>
    /// As <see cref="OpenAsync(PatientGrant, string, CancellationToken)"/>, for a version that another one replaced: the page that
    /// offers it must say so.
    /// </summary>
    public Task<OpenedLetter?> OpenEarlierAsync(PatientGrant grant, string documentId, CancellationToken cancellation) =>
        // A version that another one replaced may still be called current: its status lags behind.
        OpenAsync(grant, documentId, d => d.Status is "superseded" or "current", cancellation);

    /// <summary>The same for a document of a report (<see cref="ResultAttachment.Key"/>).</summary>
    public async Task<OpenedLetter?> OpenReportFileAsync(PatientGrant grant, string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(key);
        return key.Split('/') is [var place, var id, var mark]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && await ReadAsync<DiagnosticReport>(grant, id, cancellation) is { IsEnteredInError: false, NotUnderstood: null } report
            && report.PresentedForms.ElementAtOrDefault(index) is { } form
            // The report was changed since the list was made: another file stands in this place.
            && ResultAttachment.MarkOf(report, form) == mark
            && AttachedFile.Of(form, index, _options.Base) is { IsPdf: true, IsThere: true } pdf
            ? await PointAsync(grant, DossierCategory.Results, report, pdf)
            : null;
    }

    private async Task<OpenedLetter?> OpenAsync(PatientGrant grant, string documentId, Predicate<DocumentReference> isAsked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return await ReadAsync<DocumentReference>(grant, documentId, cancellation) is { IsEnteredInError: false } document
            && isAsked(document) && _shelf.MayBeShown(document) && LetterContent.Pdf(document, _options.Base) is { } pdf
            ? await PointAsync(grant, DossierCategory.Letters, document, pdf)
            : null;
    }

    /// <summary>Records, and only then tells where the bytes are.</summary>
    private async Task<OpenedLetter> PointAsync(PatientGrant grant, DossierCategory category, Resource owner, AttachedFile pdf)
    {
        if (pdf.BinaryId is not { } binary)
        {
            await _recorder.RecordLetterAsync(grant, category, [owner.VersionedReference]);
            return new(token => _contents.InlineAsync(grant, owner, pdf.Index, token), grant.Visit.RequestId);
        }
        await _recorder.RecordLetterAsync(grant, category, [owner.VersionedReference, $"Binary/{binary}"]);
        return new((binary, grant.PatientId), _options.Base, grant.Visit.RequestId);
    }

    private async Task<T?> ReadAsync<T>(PatientGrant grant, string id, CancellationToken cancellation) where T : Resource
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _epd.ReadAsync<T>(grant, EpdQuery.Read(typeof(T).Name, id), both.Token);
        }
        catch (EpdException e) when (e.Failure == EpdFailure.NotFound)
        {
            return null;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new EpdException(EpdFailure.TimedOut, "The EPD did not answer in time.", e);
        }
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Opens one letter of a granted patient: reads its DocumentReference, checks whose it is, records, then points.</summary>
public sealed class LetterReader
{
    private readonly IEpd _epd;
    private readonly SectionRecorder _recorder;
    private readonly EpdOptions _options;
    private readonly TimeProvider _clock;

    internal LetterReader(IEpd epd, SectionRecorder recorder, EpdOptions options, TimeProvider clock)
    {
        _epd = epd;
        _recorder = recorder;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// The letter, its opening recorded; null when it is unknown, another patient's, withdrawn, or no PDF. Throws
    /// <see cref="EpdException"/> when the EPD cannot tell and <see cref="AuditUnavailableException"/> when it cannot be recorded.
    /// </summary>
    public async Task<OpenedLetter?> OpenAsync(PatientGrant grant, string documentId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (await ReadAsync(grant, documentId, cancellation) is not { } document
            || !LetterContent.IsCurrent(document)
            || LetterContent.BinaryId(document, _options.Base) is not { } binary)
        {
            return null;
        }
        await _recorder.RecordLetterAsync(grant, [document.VersionedReference, $"Binary/{binary}"]);
        return new(new Uri(_options.Base, $"Binary/{Uri.EscapeDataString(binary)}"), grant.Visit.RequestId);
    }

    private async Task<DocumentReference?> ReadAsync(PatientGrant grant, string documentId, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _epd.ReadAsync<DocumentReference>(grant, EpdQuery.Read("DocumentReference", documentId), both.Token);
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

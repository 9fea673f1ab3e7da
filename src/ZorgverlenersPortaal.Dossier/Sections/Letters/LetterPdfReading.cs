using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>The PDFs read for one search, bounded in number, size and time; what is left out is counted.</summary>
internal sealed class LetterPdfReading : IDisposable
{
    private const string Pdf = "application/pdf";
    private readonly EpdContents _contents;
    private readonly PdfText _program;
    private readonly PatientGrant _grant;
    private readonly LetterSearchOptions _options;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _gone;
    private readonly List<string> _read = [];
    private readonly bool _isAsked;

    public LetterPdfReading(
        (EpdContents Contents, PdfText Program) from, PatientGrant grant, LetterSearchOptions options, bool isAsked, (TimeProvider Clock, CancellationToken Gone) life)
    {
        (_contents, _program) = from;
        (_grant, _options, _isAsked, _gone) = (grant, options, isAsked, life.Gone);
        _deadline = new(TimeSpan.FromSeconds(options.Seconds), life.Clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, _gone);
        IsOff = isAsked && !_program.IsOn;
    }

    /// <summary>PDFs whose text was had.</summary>
    public int Searched { get; private set; }

    /// <summary>PDFs that were too many, too large, or out of time.</summary>
    public int LeftOut { get; private set; }

    /// <summary>PDFs that could not be fetched or read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Asked for, but switched off or not there.</summary>
    public bool IsOff { get; private set; }

    /// <summary>The Binaries that were read, as <c>Binary/id</c>.</summary>
    public IReadOnlyList<string> Read => _read;

    /// <summary>The text of a letter's PDF; null when there is none, counted. Throws only when the reader has gone.</summary>
    public async Task<string?> TextAsync(Letter letter, DocumentReference document)
    {
        if (!_isAsked || IsOff || letter.Pdf is not { } pdf)
        {
            return null;
        }
        if (Searched + Unreadable >= _options.MaximumLetters || pdf.Bytes > _options.MaximumBytes || _deadline.IsCancellationRequested)
        {
            LeftOut++;
            return null;
        }
        try
        {
            var bytes = await FetchAsync(pdf, document);
            var (text, fault) = bytes is null || !bytes.AsSpan().StartsWith("%PDF-"u8) ? (null, PdfTextFault.Unreadable) : await _program.ReadAsync(bytes, _both.Token);
            Count(fault);
            return text;
        }
        catch (EpdException e)
        {
            Count(e.Failure == EpdFailure.TooLarge ? PdfTextFault.TooMuch : PdfTextFault.Unreadable);
            return null;
        }
        catch (OperationCanceledException) when (!_gone.IsCancellationRequested)
        {
            Count(PdfTextFault.TooMuch);
            return null;
        }
    }

    public void Dispose()
    {
        _both.Dispose();
        _deadline.Dispose();
    }

    private async Task<byte[]?> FetchAsync(AttachedFile pdf, DocumentReference document)
    {
        if (pdf.BinaryId is not { } id)
        {
            return await _contents.InlineAsync(_grant, document, pdf.Index, _both.Token);
        }
        // Named before it is asked for: what was read in part was read.
        _read.Add($"Binary/{id}");
        return await _contents.BinaryAsync(_grant, (id, _grant.PatientId), Pdf, _options.MaximumBytes, _both.Token);
    }

    private void Count(PdfTextFault fault)
    {
        switch (fault)
        {
            case PdfTextFault.None: Searched++; break;
            case PdfTextFault.NoProgram: IsOff = true; break;
            case PdfTextFault.Unreadable: Unreadable++; break;
            case PdfTextFault.TooMuch: LeftOut++; break;
            default: throw new InvalidOperationException($"Unknown fault {fault}.");
        }
    }
}

using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// A letter whose opening has been recorded: where its bytes lie at the EPD. Only <see cref="LetterReader"/> makes one, so
/// nothing can be streamed that was not decided and recorded first.
/// </summary>
public sealed class OpenedLetter
{
    private readonly Func<CancellationToken, Task<byte[]?>>? _inline;
    private readonly (string Id, string PatientId) _binary;
    private readonly Uri? _base;

    internal OpenedLetter((string Id, string PatientId) binary, Uri baseAddress, string requestId) =>
        (_binary, _base, Address, RequestId) = (binary, baseAddress, EpdContents.Address(baseAddress, binary.Id), requestId);

    internal OpenedLetter(Func<CancellationToken, Task<byte[]?>> inline, string requestId) => (_inline, RequestId) = (inline, requestId);

    /// <summary>Address of the Binary, under the configured base; null when the bytes stand inside the document itself.</summary>
    public Uri? Address { get; }

    /// <summary>Request id to send along.</summary>
    public string RequestId { get; }

    /// <summary>
    /// The bytes that stand inside the document; null when there are none, or no base64. Throws <see cref="EpdException"/>. Only
    /// without an <see cref="Address"/>.
    /// </summary>
    public Task<byte[]?> ReadInlineAsync(CancellationToken cancellation) =>
        _inline?.Invoke(cancellation) ?? throw new InvalidOperationException("The letter lies in a Binary.");

    /// <summary>The EPD gave a resource and not the bytes themselves.</summary>
    public static bool IsResource(HttpContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return EpdContents.IsJson(content);
    }

    /// <summary>
    /// The PDF in a Binary that the EPD gave as a resource; null when it is not this Binary, not this patient's, no PDF or no base64.
    /// Throws <see cref="EpdException"/> when there is more than may be read whole.
    /// </summary>
    public async Task<byte[]?> UnwrapAsync(HttpContent content, int most, CancellationToken cancellation) =>
        _base is not null
            ? EpdContents.Unwrap(await EpdContents.ReadAsync(content, most, cancellation), _binary, "application/pdf", _base)
            : null;
}

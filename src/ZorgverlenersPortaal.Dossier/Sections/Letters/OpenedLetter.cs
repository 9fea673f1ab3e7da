namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// A letter whose opening has been recorded: where its bytes lie at the EPD. Only <see cref="LetterReader"/> makes one, so
/// nothing can be streamed that was not decided and recorded first.
/// </summary>
public sealed class OpenedLetter
{
    internal OpenedLetter(Uri address, string requestId)
    {
        Address = address;
        RequestId = requestId;
    }

    /// <summary>Address of the Binary, under the configured base.</summary>
    public Uri Address { get; }

    /// <summary>Request id to send along.</summary>
    public string RequestId { get; }
}

using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One form in which a letter or report can be had. Nothing of its content is read for it.</summary>
/// <param name="Index">Place among the forms of its resource, from 0: with the resource's id it finds the content again.</param>
/// <param name="ContentType">Media type as the EPD says, without parameters; null when it does not say.</param>
/// <param name="Bytes">Size as the EPD says; of inline content without one, the most it can be.</param>
/// <param name="Hash">SHA-1 in base64 as the EPD says; to be checked when it is opened.</param>
/// <param name="BinaryId">The Binary at the EPD itself that holds it; leaves the portal only inside a handle.</param>
/// <param name="IsInline">The content stands inside the resource.</param>
public sealed record AttachedFile(int Index, string? ContentType, long? Bytes, string? Hash, string? BinaryId, bool IsInline)
{
    private const string Pdf = "application/pdf";

    /// <summary>A PDF, as the EPD says; its bytes are looked at when it is opened.</summary>
    public bool IsPdf => string.Equals(ContentType, Pdf, StringComparison.OrdinalIgnoreCase);

    /// <summary>The EPD says that it is there: as a Binary of its own, or inline.</summary>
    public bool IsThere => BinaryId is not null || IsInline;

    internal static AttachedFile Of(Attachment attachment, int index, Uri baseAddress) => new(
        index,
        attachment.ContentType?.Split(';')[0].Trim(),
        // Base64 has four characters for three bytes.
        attachment.Size ?? (attachment.Data is { } inline ? inline.Length / 4L * 3 : null),
        attachment.Hash,
        attachment.Url is { } url && ReferenceResolver.Resolve(url, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Binary", Id: { } id } ? id : null,
        attachment.HasData);
}

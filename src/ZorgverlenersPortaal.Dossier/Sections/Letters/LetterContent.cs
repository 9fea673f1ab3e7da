using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What a document is called and where its content lies: only a Binary at the configured base counts (H094, H095).</summary>
internal static class LetterContent
{
    private const string Pdf = "application/pdf";

    /// <summary>The Binary's id of the letter's PDF; null when there is none that the portal can open.</summary>
    public static string? BinaryId(DocumentReference document, Uri baseAddress) => !IsUnderstood(document)
        ? null
        : document.Contents
            .Select(c => c.Attachment)
            .Where(a => a?.Url is not null && string.Equals(a.ContentType?.Split(';')[0].Trim(), Pdf, StringComparison.OrdinalIgnoreCase))
            .Select(a => ReferenceResolver.Resolve(a!.Url!, baseAddress))
            .FirstOrDefault(r => r is { Kind: ReferenceKind.Resource, Type: "Binary" })?.Id;

    /// <summary>A status that says neither "in force" nor "replaced" is not guessed at (R10).</summary>
    public static bool IsUnderstood(DocumentReference document) =>
        document is { NotUnderstood: null, Status: "current" or "superseded" or "entered-in-error" };

    /// <summary>The kind in words; else the description; else the file's title without its ending. OIDs are no words.</summary>
    public static string? Title(DocumentReference document) =>
        Words.Of(document.Type) ?? Words.Of(document.Description)
        ?? document.Contents.Select(c => Words.Of(WithoutEnding(c.Attachment?.Title))).FirstOrDefault(t => t is not null);

    /// <summary>Only an ending that says what the doctor sees anyway; "Brief van dr. Bakker" has none.</summary>
    private static string? WithoutEnding(string? title) =>
        title is { Length: > 4 } && title.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? title[..^4] : title;
}

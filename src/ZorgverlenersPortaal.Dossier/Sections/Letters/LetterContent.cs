using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What a document is called and where its content lies: only a Binary at the configured base counts (H094, H095).</summary>
internal static class LetterContent
{
    /// <summary>The form that is a PDF which the portal can open: a Binary of the EPD's own, or inside the resource; null when there is none.</summary>
    public static AttachedFile? Pdf(DocumentReference document, Uri baseAddress) => Files(document, baseAddress).FirstOrDefault(file => file.IsPdf && file.IsThere);

    /// <summary>The forms of a document that is understood.</summary>
    public static IEnumerable<AttachedFile> Files(DocumentReference document, Uri baseAddress) => !IsUnderstood(document)
        ? []
        : document.Contents.Select((content, index) => content.Attachment is { } file ? AttachedFile.Of(file, index, baseAddress) : null).OfType<AttachedFile>();

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

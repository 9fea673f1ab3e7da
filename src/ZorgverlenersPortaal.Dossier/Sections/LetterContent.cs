using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Where a letter's content lies: only a Binary at the configured base counts (H094, H095).</summary>
internal static class LetterContent
{
    private const string Pdf = "application/pdf";

    /// <summary>The Binary's id of the letter's PDF; null when there is none that the portal can open.</summary>
    public static string? BinaryId(DocumentReference document, Uri baseAddress) => document.NotUnderstood is not null
        ? null
        : document.Contents
            .Select(c => c.Attachment)
            .Where(a => a?.Url is not null && string.Equals(a.ContentType?.Split(';')[0].Trim(), Pdf, StringComparison.OrdinalIgnoreCase))
            .Select(a => ReferenceResolver.Resolve(a!.Url!, baseAddress))
            .FirstOrDefault(r => r is { Kind: ReferenceKind.Resource, Type: "Binary" })?.Id;

    /// <summary>A letter that may be listed and opened: current, and not in error.</summary>
    public static bool IsCurrent(DocumentReference document) =>
        document is { IsEnteredInError: false, Status: "current" } && document.DocStatus != "entered-in-error";

    /// <summary>One line of the list.</summary>
    public static Letter Line(DocumentReference document, Uri baseAddress) => new()
    {
        Id = document.Id!,
        Title = document.NotUnderstood is not null ? "Document" : Title(document),
        Date = WrittenDate.Of(document.Date),
        Specialty = document.PracticeSetting?.Show,
        Author = document.Authors.Select(a => a.Display).FirstOrDefault(d => d is not null),
        IsPreliminary = document.DocStatus == "preliminary",
        CanOpen = BinaryId(document, baseAddress) is not null,
        IsNotUnderstood = document.NotUnderstood is not null,
    };

    /// <summary>The kind in words; else the description; else the file's title without its ending.</summary>
    private static string Title(DocumentReference document)
    {
        var title = document.Contents.Select(c => c.Attachment?.Title).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        return document.Type?.Show ?? document.Description ?? (title is null ? null : Path.GetFileNameWithoutExtension(title)) ?? "Overige correspondentie";
    }

    /// <summary>Newest first; without a date last.</summary>
    public static IReadOnlyList<Letter> Lines(IEnumerable<DocumentReference> documents, Uri baseAddress) =>
    [
        .. documents.Where(IsCurrent).Select(d => Line(d, baseAddress))
            .OrderByDescending(l => l.Date?.Earliest ?? DateTimeOffset.MinValue),
    ];
}

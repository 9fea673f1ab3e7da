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
    public static Letter Line(DocumentReference document, Uri baseAddress) => document.NotUnderstood is not null ? new()
    {
        Id = document.Id!,
        Title = "Document",
        Date = WrittenDate.Of(document.Date),
        IsNotUnderstood = true,
    }
    : new()
    {
        Id = document.Id!,
        Title = Title(document),
        Date = WrittenDate.Of(document.Date),
        Specialty = document.PracticeSetting?.Show,
        Author = document.Authors.Select(a => a.Display).FirstOrDefault(d => d is not null),
        IsPreliminary = document.DocStatus == "preliminary",
        CanOpen = BinaryId(document, baseAddress) is not null,
    };

    /// <summary>The kind in words; else the description; else the file's title without its ending.</summary>
    private static string Title(DocumentReference document)
    {
        var title = document.Contents.Select(c => c.Attachment?.Title).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        return document.Type?.Show ?? document.Description ?? WithoutEnding(title) ?? "Overige correspondentie";
    }

    /// <summary>Only an ending that says what the doctor sees anyway; "Brief van dr. Bakker" has none.</summary>
    private static string? WithoutEnding(string? title) =>
        title is { Length: > 4 } && title.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? title[..^4] : title;

    /// <summary>Newest first; without a date last. A letter that another one replaces is out, also when its status lags behind.</summary>
    public static IReadOnlyList<Letter> Lines(IEnumerable<DocumentReference> documents, Uri baseAddress)
    {
        var current = documents.Where(IsCurrent).ToList();
        var replaced = current
            .Where(d => d.NotUnderstood is null)
            .SelectMany(d => d.RelatesTo.Where(r => r is { Code: "replaces", Target: not null })
                .Select(r => ReferenceResolver.Resolve(r.Target!, baseAddress))
                .Where(r => r is { Kind: ReferenceKind.Resource, Type: "DocumentReference" } && r.Id != d.Id)
                .Select(r => r.Id!))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. current.Where(d => !replaced.Contains(d.Id!)).Select(d => Line(d, baseAddress))
                .OrderByDescending(l => l.Date?.Earliest ?? DateTimeOffset.MinValue),
        ];
    }
}

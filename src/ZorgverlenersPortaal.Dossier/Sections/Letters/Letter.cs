using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>One letter in the list.</summary>
public sealed record Letter
{
    /// <summary>The DocumentReference's id at the EPD; leaves the portal only inside a handle.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Kind of letter by the hospital's list, in Dutch; <see cref="LetterOptions.OtherKind"/> for the rest.</summary>
    public required string Kind { get; init; }

    /// <summary>Title or kind, in the EPD's words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made, as written.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>When this version came into the EPD, as written; no clinical time.</summary>
    public WrittenDate? Entered { get; init; }

    /// <summary>Specialty or department.</summary>
    public string? Specialty { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>State of the text; <see cref="DocumentStates.Text"/> in Dutch.</summary>
    public DocumentState State { get; init; }

    /// <summary>Preliminary: its content may still change.</summary>
    public bool IsPreliminary => State == DocumentState.Preliminary;

    /// <summary>What it is to the letter <see cref="RelatedId"/>.</summary>
    public LetterRelation Relation { get; init; }

    /// <summary>Id of the letter it adds to or is another form of.</summary>
    public string? RelatedId { get; init; }

    /// <summary>Versions that this one replaced, the last one first; to be opened as earlier versions only.</summary>
    public IReadOnlyList<Letter> Earlier { get; init; } = [];

    /// <summary>The Encounters it is about; to find the letters of an admission.</summary>
    public IReadOnlyList<string> EncounterIds { get; init; } = [];

    /// <summary>The forms in which it can be had, as far as the EPD describes them.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>Narrative as sent; may hold anything, and is read as text only where it is shown or searched.</summary>
    internal string? Narrative { get; init; }

    /// <summary>The form that is plain text; null when there is none.</summary>
    internal AttachedFile? PlainText => Files.FirstOrDefault(file => file.IsThere && string.Equals(file.ContentType, "text/plain", StringComparison.OrdinalIgnoreCase));

    /// <summary>The form that is a PDF; null when there is none that can be opened.</summary>
    internal AttachedFile? Pdf => Files.FirstOrDefault(file => file.IsPdf && file.IsThere);

    /// <summary>A PDF that the portal can open.</summary>
    public bool CanOpen { get; init; }

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>Came, or was changed, after this moment; true when the EPD does not say: new once too often is better than never.</summary>
    public bool IsNewSince(DateTimeOffset moment) => Entered is null || Entered.Latest > moment;

    /// <summary>The letter as something that can be new; one that replaces another is a change of it.</summary>
    public SeenItem Seen => new($"DocumentReference/{Id}", $"{Source} {State}") { Replaces = [.. Earlier.Select(letter => $"DocumentReference/{letter.Id}")] };

    /// <summary>Is it about this admission, or a part of it?</summary>
    public bool IsAbout(Admission admission)
    {
        ArgumentNullException.ThrowIfNull(admission);
        return EncounterIds.Any(id => admission.EncounterIds.Contains(id, StringComparer.Ordinal));
    }
}

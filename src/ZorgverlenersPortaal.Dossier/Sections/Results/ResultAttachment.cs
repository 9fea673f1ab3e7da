namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A document that comes with a report.</summary>
/// <param name="Title">The source's title, or "Verslag".</param>
/// <param name="Date">When it was made, as written.</param>
/// <param name="BinaryId">Where it lies, when it is a PDF in the EPD itself; leaves the portal only inside a handle.</param>
/// <param name="IsInline">It travels inside the report instead.</param>
public sealed record ResultAttachment(string Title, WrittenDate? Date, string? BinaryId, bool IsInline)
{
    /// <summary>A PDF that the portal can open as it opens letters.</summary>
    public bool CanOpen => BinaryId is not null;
}

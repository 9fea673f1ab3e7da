namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A document that comes with a report.</summary>
/// <param name="Title">The source's title, or "Verslag".</param>
/// <param name="Date">When it was made, as written.</param>
/// <param name="File">What it is and where its content stands; with the report's source it can be opened.</param>
public sealed record ResultAttachment(string Title, WrittenDate? Date, AttachedFile File)
{
    /// <summary>A PDF that the portal can open as it opens letters.</summary>
    public bool CanOpen => File is { IsPdf: true, IsThere: true };

    /// <summary>Finds it again in its report, by <see cref="ResultReport.Source"/>; leaves the portal only inside a handle.</summary>
    public string Key(ResultReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File.Index}/{report.Source.Split('/')[1]}");
    }
}

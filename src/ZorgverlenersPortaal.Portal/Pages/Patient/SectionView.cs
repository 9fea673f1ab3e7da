using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A section as the page may show it.</summary>
/// <typeparam name="T">What it shows.</typeparam>
public sealed record SectionView<T> where T : class
{
    /// <summary>The section; null when it could not be recorded and so must not be shown.</summary>
    public Section<T>? Section { get; init; }

    /// <summary>Content to show.</summary>
    public T? Content => Section?.Content;
}

using ZorgverlenersPortaal.Dossier.Sections.Past;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One item of a record as it was, ready to show. Dutch.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">Dates and remarks.</param>
/// <param name="Marks">Labels, and whether each warns.</param>
public sealed record PastLine(string Title, string Text, IReadOnlyList<(string Text, bool Warns)> Marks)
{
    /// <summary>The versions it was read from.</summary>
    public IReadOnlyList<PastVersion> Versions { get; init; } = [];

    /// <summary>The EPD calls it a mistake now.</summary>
    public bool IsErrorNow => Versions.Any(version => version.IsErrorNow);

    /// <summary>"Versie 2 van 01-03-2026 14:05".</summary>
    public string Version => string.Join("; ", Versions.Select(version =>
        $"versie {version.Number ?? "onbekend"} van {(version.Stored is { } stored ? Clock.DateAndTime(stored) : "een onbekend tijdstip")}"));
}

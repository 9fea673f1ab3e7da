namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>One look at one part of what a doctor may see.</summary>
/// <param name="Area">Which part, e.g. <c>letters</c>.</param>
/// <param name="There">All there is in it, shown or not.</param>
/// <param name="Shown">What is shown of it.</param>
/// <param name="IsWhole">What is not there is gone, and not only out of sight.</param>
public sealed record SeenLook(string Area, IReadOnlyCollection<SeenItem> There, IReadOnlyCollection<SeenItem> Shown, bool IsWhole);

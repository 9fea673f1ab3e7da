namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>One item as it was, with the versions it is read from.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed record PastItem<T>(T Content, IReadOnlyList<PastVersion> Versions);

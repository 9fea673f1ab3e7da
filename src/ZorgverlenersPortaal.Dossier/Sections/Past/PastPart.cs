namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>One section as it was. An empty one says nothing of what there was: what was deleted since cannot be found (R7).</summary>
/// <param name="Items">What is in the EPD now, as it was then.</param>
/// <param name="Unclear">How many items there are of which cannot be told what they were.</param>
/// <typeparam name="T">What it holds.</typeparam>
public sealed record PastPart<T>(IReadOnlyList<PastItem<T>> Items, int Unclear);

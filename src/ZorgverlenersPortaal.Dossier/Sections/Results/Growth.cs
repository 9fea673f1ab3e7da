namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>One organism that was examined for what it is sensitive to.</summary>
/// <param name="Organism">In the source's words.</param>
/// <param name="Susceptibilities">One row an antibiotic, in the source's order.</param>
public sealed record Growth(string Organism, IReadOnlyList<Susceptibility> Susceptibilities);

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>A doctor of the town.</summary>
internal sealed record TownDoctor(string Uzi, string Name, string Surname, string Agb, int Practice, string Home);

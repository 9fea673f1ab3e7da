namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What is asked of the EPD about patients who were looked at.</summary>
/// <param name="Patients">Their ids.</param>
/// <param name="ContactsFrom">The first day that contacts are wanted of; null for none.</param>
public sealed record FactsQuestion(IReadOnlyCollection<string> Patients, DateOnly? ContactsFrom);

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Answers with what is known of each patient; one who is not in the answer could not be read.</summary>
public delegate Task<IReadOnlyDictionary<string, PatientFacts>> FactsOf(FactsQuestion question, CancellationToken cancellation);

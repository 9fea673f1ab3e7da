namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>The answer of one source.</summary>
/// <param name="Standing">What it knows.</param>
/// <param name="Source">Where that stands, for the trail: <c>Consent/12/3</c>, <c>protection/4f2a9c01</c>, or the failure.</param>
internal sealed record ConsentAnswer(ConsentStanding Standing, string Source);

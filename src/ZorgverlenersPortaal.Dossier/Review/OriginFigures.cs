namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What came of the cases of one origin.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Opened">Cases.</param>
/// <param name="Asked">Of these, those about which a doctor was asked.</param>
/// <param name="Judged">Of these, those with a verdict that holds.</param>
/// <param name="Breaches">Of the judged, breaches.</param>
public sealed record OriginFigures(CaseOrigin Origin, int Opened, int Asked, int Judged, int Breaches);

using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The answer to an emergency form or a search.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="PatientId">The patient to go to; null unless one opens.</param>
public sealed record EmergencyAnswer(EmergencyOutcome Outcome, string? PatientId = null)
{
    /// <summary>Why the EPD could not tell; null unless it could not.</summary>
    public EpdFailure? Failure { get; init; }

    /// <summary>Without the patient (R6).</summary>
    public override string ToString() => Outcome.ToString();
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Does this patient object to a look by this doctor?</summary>
/// <param name="Probe">The right to ask the EPD: <c>Consent?patient=</c> of this patient, and doctors by id.</param>
/// <param name="Patient">The patient as the EPD gave her for this decision.</param>
/// <param name="Provider">Who wants to look.</param>
internal sealed record ConsentQuestion(EpdGrant Probe, Patient Patient, CareProvider Provider)
{
    /// <summary>Hears what the EPD gave, so that nobody has to ask it again for the same page.</summary>
    public Action<EpdAnswer>? Read { get; init; }
}

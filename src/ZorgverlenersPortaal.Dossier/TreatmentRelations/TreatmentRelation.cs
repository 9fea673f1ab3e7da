using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>What the probe found about one patient. Data of the patient stays inside until a grant holds it.</summary>
internal sealed record TreatmentRelation
{
    /// <summary>The surviving record of the patient, or null when there is none.</summary>
    public Patient? Patient { get; init; }

    /// <summary>What the EPD said, for the decision and the trail.</summary>
    public IReadOnlyList<AuditFact> Facts { get; init; } = [];

    /// <summary>Another record carries the same BSN: treatment limitations may be missing here (DESIGN §7).</summary>
    public bool HasSecondRecord { get; init; }

    /// <summary>It could not be asked whether there is a second record.</summary>
    public bool SecondRecordUnknown { get; init; }

    /// <summary>References of other persons' records that the EPD gave unasked: an incident (R4).</summary>
    public IReadOnlyList<string> Strangers { get; init; } = [];
}

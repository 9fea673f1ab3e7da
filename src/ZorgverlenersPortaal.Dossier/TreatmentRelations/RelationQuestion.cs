using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>What has to be found out about a patient beside her general practitioners: only what the hospital's rules can use.</summary>
internal sealed record RelationQuestion
{
    /// <summary>The practices behind the general practitioners.</summary>
    public bool Practices { get; init; }

    /// <summary>The members of her care teams.</summary>
    public bool CareTeams { get; init; }

    /// <summary>The institution where she lives.</summary>
    public bool Residence { get; init; }

    /// <summary>General practitioners whose role ended.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether a second record of the same person exists: the banner warns of it, no decision rests on it.</summary>
    public bool SecondRecord { get; init; } = true;

    /// <summary>What else is to be found out of the Patient, at the same time and for everyone alike (R16).</summary>
    public Func<EpdGrant, Patient, CancellationToken, Task<IReadOnlyList<AuditFact>>>? Also { get; init; }
}

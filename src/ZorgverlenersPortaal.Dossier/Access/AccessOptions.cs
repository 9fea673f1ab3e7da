using ZorgverlenersPortaal.Dossier.Consents;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Which rules the hospital switched on beside that of own patients; section <c>Access</c>. Strict by default (R13).</summary>
public sealed class AccessOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Access";

    /// <summary>Doctors of a practice see each other's patients, where the EPD names the practice as general practitioner.</summary>
    public bool OwnPractice { get; set; }

    /// <summary>Roles that see patients of whose current care team they are a member: ElderlyCarePhysician, IntellectualDisabilityPhysician.</summary>
    public IList<string> CareTeamRoles { get; init; } = [];

    /// <summary>Roles that see patients who live in their institution.</summary>
    public IList<string> ResidenceRoles { get; init; } = [];

    /// <summary>Days that a relation still opens a record after its end; 0: none.</summary>
    public int AfterDays { get; set; }

    /// <summary>So many looks at what is unknown or not hers may a doctor make in <see cref="RefusedLooksMinutes"/>; the next ones are told so.</summary>
    public int RefusedLooks { get; set; } = 60;

    /// <summary>Minutes over which they are counted, from the first one.</summary>
    public int RefusedLooksMinutes { get; set; } = 15;

    /// <summary>What labels close.</summary>
    public SensitivityOptions Sensitivity { get; init; } = new();

    /// <summary>The patient's own objection.</summary>
    public ConsentOptions Consents { get; init; } = new();

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var fault in Sensitivity.Faults().Concat(Consents.Faults()))
        {
            yield return fault;
        }
        if (AfterDays is not (>= 0 and <= 365))
        {
            yield return "Access:AfterDays must lie between 0 and 365";
        }
        if (RefusedLooks is not (>= 1 and <= 10_000))
        {
            yield return "Access:RefusedLooks must lie between 1 and 10000";
        }
        if (RefusedLooksMinutes is not (>= 1 and <= 1440))
        {
            yield return "Access:RefusedLooksMinutes must lie between 1 and 1440";
        }
        foreach (var (key, roles) in new[] { (nameof(CareTeamRoles), CareTeamRoles), (nameof(ResidenceRoles), ResidenceRoles) })
        {
            foreach (var role in roles.Where(role => role is not (nameof(CareRole.ElderlyCarePhysician) or nameof(CareRole.IntellectualDisabilityPhysician))))
            {
                yield return $"Access:{key} names '{role}'; use ElderlyCarePhysician or IntellectualDisabilityPhysician";
            }
        }
    }
}

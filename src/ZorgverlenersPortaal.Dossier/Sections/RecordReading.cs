using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A record that is open on a page: what its banner needs, under way. Its sections come only through their own records.</summary>
public class RecordReading
{
    internal RecordReading(
        PatientGrant grant, Task<Section<IReadOnlyList<TreatmentDirective>>> directives, Task<Section<IReadOnlyList<Admission>>> admissions)
    {
        Grant = grant;
        DirectivesRead = directives;
        AdmissionsRead = admissions;
    }

    /// <summary>Why it may be read, and by whom.</summary>
    public PatientGrant Grant { get; }

    /// <summary>Admissions, newest first.</summary>
    public required PendingSection<IReadOnlyList<Admission>> Admission { get; init; }

    /// <summary>Every treatment directive, ended ones too.</summary>
    public required PendingSection<IReadOnlyList<TreatmentDirective>> Directives { get; init; }

    internal Task<Section<IReadOnlyList<TreatmentDirective>>> DirectivesRead { get; }

    internal Task<Section<IReadOnlyList<Admission>>> AdmissionsRead { get; }
}

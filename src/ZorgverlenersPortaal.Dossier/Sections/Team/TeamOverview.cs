using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Who treats the patient, and whom of her own to call. What could not be had is named, never read as "geen" (R7).</summary>
public sealed record TeamOverview
{
    /// <summary>General practitioners first, then the admission, then care teams; who is no longer in it stands last.</summary>
    public required IReadOnlyList<TeamMember> Members { get; init; }

    /// <summary>The first contact person first.</summary>
    public required IReadOnlyList<ContactPerson> Contacts { get; init; }

    /// <summary>Why there are no care teams here.</summary>
    public EpdFailure? TeamsFailure { get; init; }

    /// <summary>Why there are no contact persons here.</summary>
    public EpdFailure? ContactsFailure { get; init; }

    /// <summary>Why nobody of the admission is here.</summary>
    public EpdFailure? AdmissionFailure { get; init; }

    /// <summary>Admissions may not be seen by this doctor, so nobody of them is here.</summary>
    public bool IsWithoutAdmission { get; init; }

    /// <summary>Names and numbers of some could not be had now.</summary>
    public bool LacksNames { get; init; }

    internal IEnumerable<string> Sources => Members.Select(m => m.Source).Concat(Contacts.Select(c => c.Source));
}

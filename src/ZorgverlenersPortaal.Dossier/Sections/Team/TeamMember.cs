namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Someone who treats the patient, or an organization that does, in one role.</summary>
public sealed record TeamMember
{
    /// <summary>The resource that names her, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where the EPD says so.</summary>
    public required TeamOrigin Origin { get; init; }

    /// <summary>Name; null when the EPD has none or could not give it now, and then <see cref="Missing"/> says which.</summary>
    public string? Name { get; init; }

    /// <summary>Why there is no name, in Dutch.</summary>
    public string? Missing { get; init; }

    /// <summary>What she is to the patient, in Dutch where the code is known.</summary>
    public string? Role { get; init; }

    /// <summary>Specialty, where it says more than <see cref="Role"/>.</summary>
    public string? Specialty { get; init; }

    /// <summary>Where she works.</summary>
    public string? Organization { get; init; }

    /// <summary>Number at work.</summary>
    public string? Phone { get; init; }

    /// <summary>Name of the care team.</summary>
    public string? Team { get; init; }

    /// <summary>Since when, as written.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>Until when, as written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>No longer, or not yet: the team, the membership or the admission is not of now.</summary>
    public bool IsFormer { get; init; }

    /// <summary>A team or admission that cannot be shown safely (R10): only that it is there.</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>"Type/id" of who it is, to tell that two lines are about one.</summary>
    internal string? Who { get; init; }
}

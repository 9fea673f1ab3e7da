namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>A doctor, department or organization as the EPD's directory has it; what it does not say is null.</summary>
/// <param name="Name">Of the person; of the organization when it is one.</param>
/// <param name="Role">In the EPD's words.</param>
/// <param name="Specialty">In the EPD's words.</param>
/// <param name="Organization">Where the person works.</param>
/// <param name="Phone">A number for work; never one of a role that has ended.</param>
internal sealed record DirectoryEntry(string? Name, string? Role = null, string? Specialty = null, string? Organization = null, string? Phone = null)
{
    public static DirectoryEntry Unknown { get; } = new(Name: null);

    /// <summary>Person and organization as one text; null when neither is known.</summary>
    public string? Full => Organization is not null && Name?.Contains(Organization, StringComparison.OrdinalIgnoreCase) == true ? Name : Words.Join([Name, Organization]);
}

using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Links to the same page for each role.</summary>
/// <param name="Path">The page.</param>
/// <param name="Shown">The role it shows.</param>
public sealed record RoleTabs(string Path, CareRole Shown)
{
    /// <summary>The address for a role.</summary>
    public string Address(CareRole role) => $"{Path}?rol={RoleChoices.Value(role)}";
}

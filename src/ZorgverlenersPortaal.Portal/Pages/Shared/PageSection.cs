namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The entry of the main menu that a page belongs to; <see cref="None"/> marks no entry as current.</summary>
public enum PageSection
{
    None,
    Patients,
    Help,
}

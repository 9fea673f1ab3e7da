using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What one role sees by one version of the matrix.</summary>
/// <param name="Version">The version, in force or to come.</param>
/// <param name="Role">The role.</param>
/// <param name="Next">The version that follows it, if one is approved.</param>
public sealed record RightsTable(RoleMatrixVersion Version, CareRole Role, RoleMatrixVersion? Next = null)
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<AccessBasis> Bases { get; } = Enum.GetValues<AccessBasis>();

    /// <summary>The rows.</summary>
    public static IReadOnlyList<DossierCategory> Sections { get; } = Enum.GetValues<DossierCategory>();

    /// <summary>"versie 3, geldt sinds 01-03-2026".</summary>
    public string Source => $"versie {Version.Number}, " + (Version.Number == RoleMatrixVersion.BuiltIn ? "zoals het portaal is geleverd" : "geldt vanaf " + Clock.Date(Version.Effective));

    /// <summary>Is this cell open to the role?</summary>
    public bool IsOpen(AccessBasis basis, DossierCategory section) => Version.Cells.IsOpen(new(Role, basis, section));
}

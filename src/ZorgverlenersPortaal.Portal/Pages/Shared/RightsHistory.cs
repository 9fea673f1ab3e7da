using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>All versions of the matrix, newest first, each with what it changed.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="InForce">The one that holds now.</param>
/// <param name="Now">This moment.</param>
public sealed record RightsHistory(IReadOnlyList<RoleMatrixVersion> Versions, RoleMatrixVersion InForce, DateTimeOffset Now)
{
    /// <summary>Reads them.</summary>
    public static RightsHistory Of(RoleMatrix matrix, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(matrix.History(), matrix.InForce(), now);
    }

    /// <summary>The proposal that waits, if any.</summary>
    public RoleMatrixVersion? Waiting => Versions.FirstOrDefault(version => version.Status == RoleMatrixStatus.Proposed);

    /// <summary>The cells that this version changes, against the approved one before it; the first changes none.</summary>
    public IReadOnlyList<RoleMatrixCell> Changes(RoleMatrixVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var before = Versions.FirstOrDefault(other => other.Number < version.Number && other.Status == RoleMatrixStatus.Approved);
        return before is null ? [] : [.. version.Cells.Differences(before.Cells)];
    }

    /// <summary>Where it stands, in words.</summary>
    public string State(RoleMatrixVersion version) => RightsText.Of(version, InForce, Now);
}

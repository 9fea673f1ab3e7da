using System.Collections.Frozen;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// All cells of one version. A matrix that takes banner, treatment directives or allergies from a basis that opens the patient
/// cannot be made (R7); a basis with no open cell at all does not open the patient.
/// </summary>
public sealed class RoleMatrixCells
{
    private static readonly FrozenSet<DossierCategory> _none = [];

    private readonly FrozenDictionary<(CareRole Role, AccessBasis Basis), FrozenSet<DossierCategory>> _open;

    private RoleMatrixCells(IEnumerable<RoleMatrixCell> open) => _open = open
        .GroupBy(cell => (cell.Role, cell.Basis), cell => cell.Section)
        .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet());

    /// <summary>The open sections; none: this basis does not open a patient to this role.</summary>
    public IReadOnlySet<DossierCategory> Of(CareRole role, AccessBasis basis) => _open.GetValueOrDefault((role, basis), _none);

    /// <summary>Is this cell open?</summary>
    public bool IsOpen(RoleMatrixCell cell) => Of(cell.Role, cell.Basis).Contains(cell.Section);

    /// <summary>The matrix with these cells open, or null and the cells that R7 misses.</summary>
    public static (RoleMatrixCells? Cells, IReadOnlyList<RoleMatrixCell> Missing) Make(IEnumerable<RoleMatrixCell> open)
    {
        var made = new RoleMatrixCells(open);
        List<RoleMatrixCell> missing =
            [.. RoleMatrixCell.All.Where(cell => cell.IsAlwaysWithBasis && made.Of(cell.Role, cell.Basis).Count > 0 && !made.IsOpen(cell))];
        return missing.Count == 0 ? (made, []) : (null, missing);
    }

    /// <summary>The cells that differ, with what they are here.</summary>
    public IEnumerable<RoleMatrixCell> Differences(RoleMatrixCells other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return RoleMatrixCell.All.Where(cell => IsOpen(cell) != other.IsOpen(cell));
    }
}

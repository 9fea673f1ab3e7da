namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Where a version of the matrix stands. Stored by name: never rename.</summary>
public enum RoleMatrixStatus
{
    /// <summary>One administrator proposed it; nothing changed yet.</summary>
    Proposed,

    /// <summary>Another administrator approved it; in force from its moment on.</summary>
    Approved,

    /// <summary>Refused by another administrator or withdrawn by who proposed it.</summary>
    Rejected,
}

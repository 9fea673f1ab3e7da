namespace ZorgverlenersPortaal.Uzi;

/// <summary>Where a revocation list in use came from. All are verified alike.</summary>
public enum RevocationOrigin
{
    /// <summary>The fed folder.</summary>
    Folder,

    /// <summary>The last good list that this node kept on disk.</summary>
    Cache,

    /// <summary>Fetched from a configured address.</summary>
    Address,

    /// <summary>Another node loaded it first and passed it on.</summary>
    OtherNode,
}

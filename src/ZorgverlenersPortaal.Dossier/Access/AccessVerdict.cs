namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Outcome of a decision. Denied is the default.</summary>
public enum AccessVerdict
{
    /// <summary>Nothing is shown.</summary>
    Denied,

    /// <summary>A grant was made.</summary>
    Granted,
}

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The order of a doctor's list.</summary>
public enum ListOrder
{
    /// <summary>Newest admission or discharge first.</summary>
    Newest,

    /// <summary>By surname.</summary>
    Name,

    /// <summary>By ward, then by surname.</summary>
    Ward,
}

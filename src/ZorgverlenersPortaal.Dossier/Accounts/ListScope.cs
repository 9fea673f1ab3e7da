namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Which of a doctor's lists stand on the page.</summary>
public enum ListScope
{
    /// <summary>Her own and those of whom she stands in for.</summary>
    All,

    /// <summary>Her own and her practice's.</summary>
    Own,

    /// <summary>Those of whom she stands in for.</summary>
    Locum,
}

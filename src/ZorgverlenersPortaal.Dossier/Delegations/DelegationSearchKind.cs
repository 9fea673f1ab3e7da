namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Which delegations the office looks for.</summary>
public enum DelegationSearchKind
{
    /// <summary>Not ended, and the last day not over: in force, planned or waiting.</summary>
    Open,

    /// <summary>Those among them that somebody has to accept or approve.</summary>
    Waiting,

    /// <summary>Ended, refused or past.</summary>
    Over,

    /// <summary>All.</summary>
    All,
}

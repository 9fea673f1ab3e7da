namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What a record of a doctor counts as.</summary>
internal enum LookAct
{
    /// <summary>The record was opened.</summary>
    Opened,

    /// <summary>A section was shown.</summary>
    Section,

    /// <summary>A letter was opened.</summary>
    Letter,

    /// <summary>A page was printed.</summary>
    Printed,

    /// <summary>Part of a look that is not counted by itself.</summary>
    Other,

    /// <summary>An emergency began or went on.</summary>
    Emergency,

    /// <summary>A search for one person.</summary>
    Search,

    /// <summary>A list of patients.</summary>
    List,
}

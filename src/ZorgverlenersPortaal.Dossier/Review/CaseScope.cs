namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Which cases the work queue shows.</summary>
public enum CaseScope
{
    /// <summary>All that are not judged.</summary>
    Open,

    /// <summary>Those that should have left their state by now.</summary>
    Overdue,

    /// <summary>Nobody judged them yet, and nobody asked.</summary>
    New,

    /// <summary>A doctor has to answer.</summary>
    Asked,

    /// <summary>Explained, and still to be judged.</summary>
    Explained,

    /// <summary>A second officer has to agree.</summary>
    BreachProposed,

    /// <summary>Judged: lawful.</summary>
    Closed,

    /// <summary>Judged: a breach.</summary>
    Breach,
}

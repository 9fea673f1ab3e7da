namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>How far a case is. Stored by name: never rename.</summary>
public enum CaseState
{
    /// <summary>Nobody judged it yet.</summary>
    New,

    /// <summary>The doctor has a question to answer.</summary>
    Asked,

    /// <summary>The doctor explained it; an officer has to judge.</summary>
    Explained,

    /// <summary>An officer holds it for a breach; a second one has to agree.</summary>
    BreachProposed,

    /// <summary>Judged: lawful.</summary>
    Closed,

    /// <summary>Judged by two officers: a breach.</summary>
    Breach,
}

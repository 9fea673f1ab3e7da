namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>How a letter stands to its term.</summary>
public enum LetterTermState
{
    /// <summary>Nothing can be said: the term or the letters are not known.</summary>
    Unknown,

    /// <summary>Not there, and not yet due.</summary>
    Waiting,

    /// <summary>Not there, and the term is over.</summary>
    Late,

    /// <summary>There, within the term.</summary>
    Arrived,

    /// <summary>There, after the term.</summary>
    ArrivedLate,
}

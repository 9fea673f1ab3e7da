namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Why there is no text of a PDF.</summary>
internal enum PdfTextFault
{
    /// <summary>There is.</summary>
    None,

    /// <summary>The program is not there, or cannot be started.</summary>
    NoProgram,

    /// <summary>The program could not read it: damaged, locked, hostile.</summary>
    Unreadable,

    /// <summary>It took too long, or its text is too long.</summary>
    TooMuch,
}

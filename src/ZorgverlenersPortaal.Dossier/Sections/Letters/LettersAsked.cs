namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What a doctor looks for in the letters of one patient.</summary>
/// <param name="Words">Words that must all be there; never kept, logged or recorded.</param>
/// <param name="InPdfs">Look inside the PDFs too.</param>
public sealed record LettersAsked(string Words, bool InPdfs);

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What is due after one discharge (HASP): a message within hours, a letter within working days.</summary>
/// <param name="Message">The first message; a draft of the letter will do.</param>
/// <param name="Letter">The letter, no draft.</param>
/// <param name="MayMiss">Not every letter could be seen: what is not found may yet be there (R7).</param>
public sealed record DischargeTerms(LetterTerm Message, LetterTerm Letter, bool MayMiss)
{
    /// <summary>Nothing can be said of either.</summary>
    public static DischargeTerms Unknown { get; } = new(LetterTerm.Unknown, LetterTerm.Unknown, MayMiss: true);

    /// <summary>Either is late.</summary>
    public bool IsLate => Message.State == LetterTermState.Late || Letter.State == LetterTermState.Late;
}

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>A letter that is due after a discharge.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Due">The last moment of the term; null when the discharge was not written to the day.</param>
/// <param name="Arrived">When it came, as written; null when it is not there.</param>
public sealed record LetterTerm(LetterTermState State, DateTimeOffset? Due, WrittenDate? Arrived)
{
    /// <summary>Nothing can be said.</summary>
    public static LetterTerm Unknown { get; } = new(LetterTermState.Unknown, null, null);
}

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>One kind of letter: its Dutch name, and the codes (<c>system|code</c>) of type or category that make a document one.</summary>
public sealed class LetterKindOptions
{
    /// <summary>Dutch, as the page shows it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Codes as <c>system|code</c>.</summary>
    public IList<string> Codes { get; init; } = [];
}

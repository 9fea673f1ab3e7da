namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What a letter is to another letter that stands beside it. A newer version is none of these: it takes the other's place.</summary>
public enum LetterRelation
{
    /// <summary>A letter on its own.</summary>
    None,

    /// <summary>Adds to the other (FHIR: appends).</summary>
    Addendum,

    /// <summary>The same in another form (FHIR: transforms).</summary>
    OtherForm,
}

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What a reference turns out to be. Only <see cref="Resource"/> may be asked of the EPD.</summary>
public enum ReferenceKind
{
    /// <summary>A resource under the configured base.</summary>
    Resource,

    /// <summary>A resource inside this one ("#id").</summary>
    Contained,

    /// <summary>Another entry of the same Bundle, by its fullUrl.</summary>
    Urn,

    /// <summary>Only a number in a naming system.</summary>
    IdentifierOnly,

    /// <summary>Only a name to show.</summary>
    DisplayOnly,

    /// <summary>An address elsewhere: other host, port, scheme or path. Never followed.</summary>
    ForeignHost,

    /// <summary>Not a reference of R4's grammar, or contradicting itself. Never followed.</summary>
    Malformed,
}

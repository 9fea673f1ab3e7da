namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A status and its Dutch word; an unknown one keeps what was written.</summary>
public sealed record ResultStatus(ResultState State, string Text)
{
    /// <summary>Nothing is said.</summary>
    internal static readonly ResultStatus None = new(ResultState.Unknown, "status onbekend");

    /// <summary>No outcome yet, or one that may still change.</summary>
    public bool IsPending => State is ResultState.Registered or ResultState.Partial or ResultState.Preliminary;

    /// <summary>Not what was first reported.</summary>
    public bool IsChanged => State is ResultState.Amended or ResultState.Corrected or ResultState.Appended;

    internal static ResultStatus Of(string? status) => status switch
    {
        "registered" => new(ResultState.Registered, "aangevraagd, nog geen uitslag"),
        "partial" => new(ResultState.Partial, "gedeeltelijk"),
        "preliminary" => new(ResultState.Preliminary, "voorlopig"),
        "final" => new(ResultState.Final, "definitief"),
        "amended" => new(ResultState.Amended, "gewijzigd"),
        "corrected" => new(ResultState.Corrected, "gecorrigeerd"),
        "appended" => new(ResultState.Appended, "aangevuld"),
        "cancelled" => new(ResultState.Cancelled, "geannuleerd"),
        null or "unknown" => None,
        _ => new(ResultState.Unknown, $"status onbekend ({status})"),
    };
}

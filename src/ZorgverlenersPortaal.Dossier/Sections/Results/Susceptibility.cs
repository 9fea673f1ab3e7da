namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>One antibiotic against one organism, as the laboratory says.</summary>
public sealed record Susceptibility
{
    /// <summary><c>Observation/id</c> at the EPD.</summary>
    public required string Source { get; init; }

    /// <summary>The antibiotic.</summary>
    public required string Antibiotic { get; init; }

    /// <summary>S, I or R.</summary>
    public required string Category { get; init; }

    /// <summary>MIC or zone as written; null when only S, I or R is given.</summary>
    public ResultValue? Mic { get; init; }

    /// <summary>How it was measured.</summary>
    public string? Method { get; init; }

    /// <summary>How far it is.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Remarks of the laboratory.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];
}

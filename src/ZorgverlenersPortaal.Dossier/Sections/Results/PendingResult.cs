namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A result or report of an admission that was open at its end.</summary>
public sealed record PendingResult
{
    /// <summary><c>Observation/id</c> or <c>DiagnosticReport/id</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What is examined.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands on the page.</summary>
    public required ResultGroup Group { get; init; }

    /// <summary>What happened since.</summary>
    public required PendingKind Kind { get; init; }

    /// <summary>How far it is now.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Who asked for it.</summary>
    public ResultOrder? Order { get; init; }

    /// <summary>When it was taken.</summary>
    public WrittenDate? Effective { get; init; }

    /// <summary>When the present version was made known.</summary>
    public WrittenDate? Issued { get; init; }
}

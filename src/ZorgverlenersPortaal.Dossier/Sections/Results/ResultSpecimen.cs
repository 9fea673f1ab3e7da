namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What was examined.</summary>
public sealed record ResultSpecimen
{
    /// <summary>Kind of material; in microbiology it may be the organism that was examined further.</summary>
    public required string Name { get; init; }

    /// <summary>Where on the body.</summary>
    public string? BodySite { get; init; }

    /// <summary>When it was taken, as written.</summary>
    public WrittenDate? Collected { get; init; }

    /// <summary>When the laboratory received it.</summary>
    public WrittenDate? Received { get; init; }

    /// <summary>The sender's remarks on the material.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>Its state when it is no good any more: unsatisfactory, unavailable.</summary>
    public string? Fault { get; init; }
}

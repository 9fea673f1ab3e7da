namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>An examination that was asked for and of which the EPD holds no result yet.</summary>
public sealed record OpenRequest
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What was asked for; only "Aanvraag" when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands on the page.</summary>
    public required ResultGroup Group { get; init; }

    /// <summary>Put off for now.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>When it was asked for, as written.</summary>
    public WrittenDate? Ordered { get; init; }

    /// <summary>When it is to be done, as written.</summary>
    public WrittenDate? Planned { get; init; }

    /// <summary>How soon, in Dutch, where it is more than routine.</summary>
    public string? Urgency { get; init; }

    /// <summary>Who asked for it.</summary>
    public ResultOrder? Order { get; init; }

    /// <summary>Not all results could be looked through, so there may be one: never say that there is none (R7).</summary>
    public bool MayHaveResult { get; init; }

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The Encounter it was asked for in.</summary>
    internal string? EncounterId { get; init; }
}

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>One operation or other procedure, done, planned or not to be done.</summary>
public sealed record Operation
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How far it is; <see cref="OperationStates.Text"/> in Dutch.</summary>
    public required OperationState State { get; init; }

    /// <summary>The EPD's words.</summary>
    public required string Name { get; init; }

    /// <summary>In the category of operations (<c>CareMoments:SurgeryCodes</c>).</summary>
    public bool IsSurgery { get; init; }

    /// <summary>Where on the body, with the side.</summary>
    public string? BodySite { get; init; }

    /// <summary>When it was or is to be done, as written.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>As written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>When, where no date was written: "als kind", "op leeftijd 45 jaar", "herhaald".</summary>
    public string? When { get; init; }

    /// <summary>When it was ordered, as written.</summary>
    public WrittenDate? Ordered { get; init; }

    /// <summary>Who did it or is to do it, the surgeon first.</summary>
    public string? Performers { get; init; }

    /// <summary>Who ordered it.</summary>
    public string? Requester { get; init; }

    /// <summary>Place.</summary>
    public string? Place { get; init; }

    /// <summary>Why it was done.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was not done, put off or broken off.</summary>
    public string? StateReason { get; init; }

    /// <summary>Outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>Complications.</summary>
    public string? Complications { get; init; }

    /// <summary>Follow-up.</summary>
    public string? FollowUp { get; init; }

    /// <summary>Remarks, one per item.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>How soon, in Dutch, where it is more than routine.</summary>
    public string? Urgency { get; init; }

    /// <summary>Only that it is a procedure or request, and when, may be shown: not even whether it is one to do (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}

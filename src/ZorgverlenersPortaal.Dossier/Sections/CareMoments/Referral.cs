namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>One referral to the hospital.</summary>
public sealed record Referral
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How far it is; <see cref="ReferralStates.Text"/> in Dutch.</summary>
    public required ReferralState State { get; init; }

    /// <summary>To which specialty or for what, in the EPD's words.</summary>
    public required string What { get; init; }

    /// <summary>When it was written, as written.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>Who referred.</summary>
    public string? Requester { get; init; }

    /// <summary>Who that is to the doctor who looks.</summary>
    public RequesterKind RequesterKind { get; init; }

    /// <summary>To whom.</summary>
    public string? Performer { get; init; }

    /// <summary>The question, in the sender's words.</summary>
    public string? Reason { get; init; }

    /// <summary>How soon, in Dutch, where it is more than routine.</summary>
    public string? Urgency { get; init; }

    /// <summary>Remarks, one per item.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>DocumentReferences that belong to it; leave the portal only inside a handle.</summary>
    public IReadOnlyList<string> LetterIds { get; init; } = [];

    /// <summary>The EPD names more with it than the portal can open.</summary>
    public bool HasMore { get; init; }

    /// <summary>Only that it is a referral, and when, may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}

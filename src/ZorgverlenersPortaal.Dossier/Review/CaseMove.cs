namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>One step that was taken with a case.</summary>
public sealed record CaseMove
{
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was done.</summary>
    public required CaseStep Step { get; init; }

    /// <summary>The state before.</summary>
    public required CaseState Before { get; init; }

    /// <summary>The state since.</summary>
    public required CaseState After { get; init; }

    /// <summary>When the case must leave it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who did it.</summary>
    public string? ByUzi { get; init; }

    /// <summary>Her name.</summary>
    public string? ByName { get; init; }

    /// <summary>Question, answer or reason; plain text.</summary>
    public string? Words { get; init; }

    /// <summary>What was found.</summary>
    public CaseVerdict? Verdict { get; init; }

    /// <summary>Minutes that the officer says it took her.</summary>
    public int? Minutes { get; init; }
}

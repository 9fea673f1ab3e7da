using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>One step as the database holds it.</summary>
internal sealed record CaseMoveRow
{
    public string CaseId { get; init; } = "";

    public long Number { get; init; }

    public string Time { get; init; } = "";

    public string Step { get; init; } = "";

    public string FromState { get; init; } = "";

    public string ToState { get; init; } = "";

    public string? Due { get; init; }

    public string? ByUzi { get; init; }

    public string? ByName { get; init; }

    public string? Words { get; init; }

    public string? Verdict { get; init; }

    public long? Minutes { get; init; }

    public static CaseMoveRow Of(string caseId, CaseMove move) => new()
    {
        CaseId = caseId,
        Number = move.Number,
        Time = StoredValue.Of(move.Time),
        Step = move.Step.ToString(),
        FromState = move.Before.ToString(),
        ToState = move.After.ToString(),
        Due = move.Due is { } due ? StoredValue.Of(due) : null,
        ByUzi = move.ByUzi,
        ByName = move.ByName,
        Words = move.Words,
        Verdict = move.Verdict?.ToString(),
        Minutes = move.Minutes,
    };

    /// <summary>What is not understood reads as a case that has to be judged again.</summary>
    public CaseMove ToMove() => new()
    {
        Number = (int)Number,
        Time = StoredValue.Time(Time) ?? default,
        Step = StoredValue.Read<CaseStep>(Step) ?? CaseStep.Reopen,
        Before = StoredValue.Read<CaseState>(FromState) ?? CaseState.New,
        After = StoredValue.Read<CaseState>(ToState) ?? CaseState.New,
        Due = StoredValue.Time(Due),
        ByUzi = ByUzi,
        ByName = ByName,
        Words = Words,
        Verdict = StoredValue.Read<CaseVerdict>(Verdict),
        Minutes = (int?)Minutes,
    };
}

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>How long each state of an officer's case may last; section <c>Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Review";

    private const int Most = 90;

    /// <summary>Days in which a new case must be judged, or the doctor asked.</summary>
    public int NewDays { get; set; } = 7;

    /// <summary>Days in which a doctor must answer a question.</summary>
    public int AnswerDays { get; set; } = 7;

    /// <summary>Days in which a look that was explained must be judged.</summary>
    public int JudgeDays { get; set; } = 7;

    /// <summary>Days in which a second officer must agree with a breach or not.</summary>
    public int SecondDays { get; set; } = 3;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() =>
        new[] { (nameof(NewDays), NewDays), (nameof(AnswerDays), AnswerDays), (nameof(JudgeDays), JudgeDays), (nameof(SecondDays), SecondDays) }
            .Where(one => one.Item2 is < 1 or > Most)
            .Select(one => $"{Section}:{one.Item1} must lie between 1 and {Most}");

    /// <summary>When a case that comes into this state now must leave it; null when it may stay.</summary>
    internal DateTimeOffset? Due(CaseState state, DateTimeOffset now) => state switch
    {
        CaseState.New => now.AddDays(NewDays),
        CaseState.Asked => now.AddDays(AnswerDays),
        CaseState.Explained => now.AddDays(JudgeDays),
        CaseState.BreachProposed => now.AddDays(SecondDays),
        CaseState.Closed or CaseState.Breach => null,
    };
}

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What is left of a review for a person to look at: of each day the riskiest, as many as the rules give. Holds no more than those.</summary>
public sealed class ReviewList(int casesADay)
{
    /// <summary>Two cases of one doctor's day may begin with the same record; none may fall out for that.</summary>
    private static readonly Comparer<ReviewedLook> _order = Comparer<ReviewedLook>.Create((one, other) =>
        ReviewedLook.RiskiestFirst.Compare(one, other) is var risk && risk != 0 ? risk
            : string.CompareOrdinal(Name(one), Name(other)));

    private readonly SortedDictionary<DateOnly, SortedSet<ReviewedLook>> _days = [];

    /// <summary>Looks in the period.</summary>
    public int Looks { get; private set; }

    /// <summary>Of these, explained and closed without anybody.</summary>
    public int Closed { get; private set; }

    /// <summary>Raised, but beyond the number of their day.</summary>
    public int Beyond { get; private set; }

    /// <summary>Looks and days of which the EPD could not tell all (R7).</summary>
    public int Uncertain { get; private set; }

    /// <summary>What to look at: the newest day first, of a day the riskiest first.</summary>
    public IReadOnlyList<ReviewedLook> Cases => [.. _days.Reverse().SelectMany(day => day.Value)];

    /// <summary>Counts a look, and keeps it when it is not closed and among the riskiest of its day.</summary>
    public void Add(ReviewedLook reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        Looks += reviewed.Look is null ? 0 : 1;
        Uncertain += reviewed.IsUncertain ? 1 : 0;
        if (reviewed.IsClosed)
        {
            Closed++;
            return;
        }
        if (!_days.TryGetValue(reviewed.Doctor.Day, out var day))
        {
            _days.Add(reviewed.Doctor.Day, day = new(_order));
        }
        day.Add(reviewed);
        if (day.Count > casesADay)
        {
            day.Remove(day.Max!);
            Beyond++;
        }
    }

    private static string Name(ReviewedLook reviewed) => $"{reviewed.Doctor.UziNumber} {reviewed.Look?.PatientId} {(reviewed.Look is null ? reviewed.Findings[0].Rule.ToString() : "")}";
}

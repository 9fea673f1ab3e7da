using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The days that a report is about, where the hospital stands.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, itself a part of it.</param>
public sealed record ReviewPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>The moment it begins with.</summary>
    public DateTimeOffset From => Periods.StartOf(First);

    /// <summary>The moment it ends before.</summary>
    public DateTimeOffset Until => Periods.StartOf(Last.AddDays(1));

    /// <summary>A quarter of a year; the whole year for any other number than 1 to 4.</summary>
    public static ReviewPeriod Of(int year, int? quarter) => quarter is >= 1 and <= 4
        ? new(new(year, quarter.Value * 3 - 2, 1), new DateOnly(year, quarter.Value * 3 - 2, 1).AddMonths(3).AddDays(-1))
        : new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Does a moment lie in it?</summary>
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;
}

using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Names every difference between the register and the trail, in English, for a command.</summary>
internal static class BookComparison
{
    public static IEnumerable<string> Of(ReviewBook register, ReviewBook trail, ReviewPeriod period)
    {
        // An emergency's row and its record have moments of their own: at the edge of the period one may fall outside.
        foreach (var id in Of(trail, period).Except(register.Emergencies.Keys, StringComparer.Ordinal))
        {
            yield return $"emergency {id}: in the trail, not in the register";
        }
        foreach (var id in Of(register, period).Except(trail.Emergencies.Keys, StringComparer.Ordinal))
        {
            yield return $"emergency {id}: in the register, not in the trail";
        }
        foreach (var id in register.Of(period).Concat(trail.Of(period)).Select(story => story.Case.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (kept, told) = (register.Stories.GetValueOrDefault(id), trail.Stories.GetValueOrDefault(id));
            foreach (var difference in kept is null ? ["in the trail, not in the register"] : told is null ? ["in the register, not in the trail"] : Between(kept, told))
            {
                yield return $"{(kept ?? told)!.Case.Reference}: {difference}";
            }
        }
    }

    private static IEnumerable<string> Of(ReviewBook book, ReviewPeriod period) => book.Emergencies.Where(one => period.Holds(one.Value)).Select(one => one.Key);

    private static IEnumerable<string> Between(CaseStory kept, CaseStory told)
    {
        var values = new (string Name, object? Kept, object? Told)[]
        {
            ("subject", kept.Case.Subject, told.Case.Subject), ("origin", kept.Case.Origin, told.Case.Origin), ("opened", Time(kept.Case.Opened), Time(told.Case.Opened)),
            ("doctor", kept.Case.DoctorUzi, told.Case.DoctorUzi), ("emergency", kept.Case.EmergencyId, told.Case.EmergencyId), ("state", kept.Case.State, told.Case.State),
            ("due", Time(kept.Case.Due), Time(told.Case.Due)), ("verdict", kept.Case.Verdict, told.Case.Verdict), ("judge", kept.Case.Judge, told.Case.Judge),
            ("second officer", kept.Case.Seconder, told.Case.Seconder), ("steps", kept.Moves.Count, told.Moves.Count),
        };
        return Named(values)
            .Concat(kept.Evidence.Except(told.Evidence).Select(record => $"evidence {record.Place} in the register, not so in the trail"))
            .Concat(told.Evidence.Except(kept.Evidence).Select(record => $"evidence {record.Place} in the trail, not so in the register"))
            .Concat(kept.Moves.Join(told.Moves, move => move.Number, move => move.Number, Between).SelectMany(differences => differences));
    }

    private static IEnumerable<string> Between(CaseMove kept, CaseMove told) => Named(
    [
        ("time", Time(kept.Time), Time(told.Time)), ("step", kept.Step, told.Step), ("state before", kept.Before, told.Before), ("state after", kept.After, told.After),
        ("due", Time(kept.Due), Time(told.Due)), ("by", kept.ByUzi, told.ByUzi), ("words", kept.Words, told.Words), ("verdict", kept.Verdict, told.Verdict), ("minutes", kept.Minutes, told.Minutes),
    ]).Select(difference => string.Create(CultureInfo.InvariantCulture, $"step {kept.Number} {difference}"));

    private static IEnumerable<string> Named(IEnumerable<(string Name, object? Kept, object? Told)> values) =>
        values.Where(value => !Equals(value.Kept, value.Told)).Select(value => $"{value.Name} is {value.Kept ?? "empty"} in the register, {value.Told ?? "empty"} in the trail");

    /// <summary>The trail keeps milliseconds.</summary>
    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

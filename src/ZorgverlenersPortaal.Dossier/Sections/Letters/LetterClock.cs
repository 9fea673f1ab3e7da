using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// The clock that runs from a discharge to its letters (HASP: a message within 24 hours, a letter within five working days). It
/// counts what the EPD shows and gives no judgement of anybody.
/// </summary>
public sealed class LetterClock(LetterOptions options, TimeProvider clock)
{
    private readonly LetterClockOptions _terms = options.Clock;
    private readonly IReadOnlyCollection<string> _kinds = options.Clock.AllKinds;
    private readonly DutchWorkdays _workdays = new(Enum.Parse<LiberationDay>(options.Clock.LiberationDay));

    /// <summary>
    /// How the letters of a discharge stand; null where there is no clock: not discharged, long ago, or not understood. Without a
    /// shelf nothing is known of letters.
    /// </summary>
    /// <param name="stay">The stay that ended.</param>
    /// <param name="next">When the next stay of this patient began; null when there is none.</param>
    /// <param name="letters">Her letters; null when they could not be had.</param>
    /// <param name="isIncomplete">Some of them are not among these.</param>
    public DischargeTerms? Judge(Admission stay, DateTimeOffset? next, LetterShelf? letters, bool isIncomplete)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var now = clock.GetUtcNow();
        if (!stay.State.IsDischarged() || stay.IsNotUnderstood
            || (stay.End ?? stay.Start) is not { } left || left.Latest < now.AddDays(-_terms.Days) || left.Latest < Periods.StartOf(options.Since))
        {
            return null;
        }
        if (stay.End?.Day is not { } day || letters is null)
        {
            return DischargeTerms.Unknown;
        }
        var found = letters.Letters.Concat(letters.Replaced).Where(letter => IsOf(letter, stay, next)).ToList();
        // Of a letter that is not understood nobody knows the kind.
        var mayMiss = isIncomplete || letters.Withheld > 0 || letters.Letters.Any(letter => letter.IsNotUnderstood);
        var messageDue = stay.End.Latest.AddHours(_terms.MessageHours);
        var letterDue = Periods.EndOf(_workdays.After(day, _terms.LetterWorkdays));
        return new(
            Term(messageDue, found.Select(First), now),
            Term(letterDue, found.SelectMany(letter => letter.Earlier.Prepend(letter)).Where(letter => !letter.IsPreliminary).Select(Came), now),
            mayMiss);
    }

    /// <summary>The letter says which stay it is about; one that says nothing counts by its day: after she came, before she came again.</summary>
    private bool IsOf(Letter letter, Admission stay, DateTimeOffset? next) =>
        !letter.IsNotUnderstood && _kinds.Contains(letter.Kind, StringComparer.Ordinal)
        && (letter.EncounterIds.Count > 0
            ? letter.IsAbout(stay)
            : Came(letter) is { } came && came.Latest >= (stay.Start ?? stay.End)!.Earliest && (next is null || came.Earliest < next));

    /// <summary>When the first version came: a correction does not make a letter late.</summary>
    private static WrittenDate? First(Letter letter) => letter.Earlier.Prepend(letter).Select(Came).OfType<WrittenDate>().MinBy(came => came.Earliest);

    private static WrittenDate? Came(Letter letter) => letter.Date ?? letter.Entered;

    private static LetterTerm Term(DateTimeOffset due, IEnumerable<WrittenDate?> arrivals, DateTimeOffset now)
    {
        var all = arrivals.ToList();
        if (all.Count == 0)
        {
            return new(now > due ? LetterTermState.Late : LetterTermState.Waiting, due, null);
        }
        // A letter without any date is there: when it came nobody knows, so nobody says "late".
        var first = all.OfType<WrittenDate>().MinBy(came => came.Earliest);
        return new(first is not null && first.Earliest > due && all.TrueForAll(came => came is not null) ? LetterTermState.ArrivedLate : LetterTermState.Arrived, due, first);
    }
}

using System.Globalization;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A moment that has been, as an address or a form names it: Dutch time, to the minute.</summary>
/// <param name="At">The moment; null when it is none.</param>
/// <param name="Fault">What is wrong with it (Dutch); null when nothing is.</param>
public sealed record PastMoment(DateTimeOffset? At, string? Fault)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";
    private const string NoMoment = "Vul een datum in als 01-03-2026 en een tijd als 14:05.";
    private const string Future = "Kies een tijdstip dat al geweest is.";
    private const string Skipped = "Deze tijd bestaat niet: die nacht ging de klok een uur vooruit. Kies een andere tijd.";

    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Which of two is meant in the hour that comes twice (Dutch); null at any other time.</summary>
    public string? Note { get; private init; }

    /// <summary>Reads <c>2026-03-01T14:05</c>.</summary>
    public static PastMoment Read(string? text, DateTimeOffset now)
    {
        if (!DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1900 or > 9000)
        {
            return new(null, NoMoment);
        }
        if (_zone.IsInvalidTime(local))
        {
            return new(null, Skipped);
        }
        if (!_zone.IsAmbiguousTime(local))
        {
            return NotLater(new(local, _zone.GetUtcOffset(local)), now);
        }
        // The later of the two knows what the earlier did not; while that is still to come, there is only one.
        var offsets = _zone.GetAmbiguousTimeOffsets(local);
        var (first, second) = (new DateTimeOffset(local, offsets.Max()), new DateTimeOffset(local, offsets.Min()));
        return second <= now
            ? new(second, null) { Note = "Deze tijd was er die nacht twee keer. Je ziet de tweede keer (wintertijd)." }
            : NotLater(first, now);
    }

    /// <summary>What a form's day and time are in an address; null when they are none.</summary>
    public static string? Address(string? day, string? time) =>
        DutchDay.Read(day) is { } date && TimeOnly.TryParseExact(time?.Trim(), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? date.ToDateTime(at).ToString(Form, CultureInfo.InvariantCulture)
            : null;

    private static PastMoment NotLater(DateTimeOffset moment, DateTimeOffset now) => moment <= now ? new(moment, null) : new(null, Future);
}

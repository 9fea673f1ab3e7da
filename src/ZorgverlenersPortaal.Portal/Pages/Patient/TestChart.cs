using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>
/// The course of one test as a picture of what the source wrote (R11): nothing is converted, joined or coloured that the source did
/// not give. The table beside it is what counts.
/// </summary>
public sealed class TestChart
{
    private static readonly CultureInfo _dutch = CultureInfo.GetCultureInfo("nl-NL");

    private TestChart(ChartGeometry field, IReadOnlyList<Drawn> values, RangeLimits? band)
    {
        Field = field;
        Points = [.. values.Select(v => new ChartPoint(field.X(v.At.Earliest), field.Y(v.Number), v.Shape, v.IsFinal, v.Sign, v.Words))];
        Lines = [.. Points.Zip(Points.Skip(1)).Where(pair => pair.First.IsJoined && pair.Second.IsJoined)];
        Levels = [.. field.Levels.Select(level => (field.Y(level), level.ToString("F" + field.Decimals, _dutch)))];
        Band = band is null ? null : (field.Y(Number(band.High) ?? field.Levels[^1]), field.Y(Number(band.Low) ?? field.Levels[0]));
        Days = Moments(values[0].At.Earliest, values[^1].At.Earliest);
    }

    /// <summary>The field.</summary>
    public ChartGeometry Field { get; }

    /// <summary>The values, the oldest first.</summary>
    public IReadOnlyList<ChartPoint> Points { get; }

    /// <summary>Pieces of the line, each between two values that follow each other.</summary>
    public IReadOnlyList<(ChartPoint From, ChartPoint To)> Lines { get; }

    /// <summary>Places and numbers of the scale.</summary>
    public IReadOnlyList<(double Y, string Text)> Levels { get; }

    /// <summary>Top and bottom of the reference band; null when no one range holds for all values.</summary>
    public (double Top, double Bottom)? Band { get; }

    /// <summary>Moments on the time line.</summary>
    public IReadOnlyList<(double X, string Text)> Days { get; }

    /// <summary>What must be said beside it.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>The chart of a test's course; null with fewer than two values that have a place on it.</summary>
    public static TestChart? Of(TestResult test)
    {
        ArgumentNullException.ThrowIfNull(test);
        List<(WrittenDate? At, ResultValue? Value, IReadOnlyList<ResultFlag> Flags, ResultStatus Status, IReadOnlyList<ResultRange> Ranges)> course =
            [.. test.Earlier.Reverse().Select(p => ((WrittenDate?)p.At, (ResultValue?)p.Value, p.Flags, p.Status, p.Ranges)), (test.Effective, test.Value, test.Flags, test.Status, test.Ranges)];
        List<Drawn> drawn = [.. course.Select(c => Drawn.Of(c.At, c.Value, c.Flags, c.Status)).OfType<Drawn>().OrderBy(d => d.At.Earliest)];
        var band = Common([.. course.Select(c => c.Ranges)], test.Value?.Unit);
        var limits = new[] { Number(band?.Low), Number(band?.High) }.OfType<double>();
        return ChartGeometry.Of([.. drawn.Select(d => d.At.Earliest)], [.. drawn.Select(d => d.Number), .. limits]) is { } field
            ? new(field, drawn, band) { Notes = [.. ChartNotes.Of(drawn.Count, course.Count, band is not null, [.. course.Select(c => c.Ranges)])] }
            : null;
    }

    /// <summary>The one range that the source gave with every value, in their unit, for no one in particular; null when there is none.</summary>
    private static RangeLimits? Common(IReadOnlyList<IReadOnlyList<ResultRange>> ranges, string? unit)
    {
        var limits = ranges.Select(all => all is [{ For: null, Limits: { } only }] && only.Unit == unit ? only : null).ToList();
        return limits[0] is { } first && limits.TrueForAll(l => l is not null && Number(l.Low) == Number(first.Low) && Number(l.High) == Number(first.High)) ? first : null;
    }

    private static double? Number(string? written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>First, middle and last; within two days with the time, and then without the middle, for which there is no room.</summary>
    private (double X, string Text)[] Moments(DateTimeOffset first, DateTimeOffset last)
    {
        var isShort = last - first < TimeSpan.FromDays(3);
        DateTimeOffset[] moments = isShort ? [first, last] : [first, first + (last - first) / 2, last];
        return [.. moments.Select(m => (Field.X(m), isShort ? Clock.DateAndTime(m) : Clock.Date(m)))];
    }

    /// <summary>A value that has a place.</summary>
    private sealed record Drawn(WrittenDate At, double Number, string? Sign, ChartShape Shape, bool IsFinal, string Words)
    {
        /// <summary>Null without a day or without a number.</summary>
        public static Drawn? Of(WrittenDate? at, ResultValue? value, IReadOnlyList<ResultFlag> flags, ResultStatus status)
        {
            var parts = value?.Written.Split(' ') ?? [];
            if (at?.Day is null || parts.Length is 0 or > 2 || TestChart.Number(parts[^1]) is not { } number)
            {
                return null;
            }
            var isFinal = status.State == ResultState.Final;
            var words = new[] { Dutch.Number(value!.Text), at.DateAndTime, isFinal ? null : status.Text }.Concat(flags.Select(f => f.Text)).Where(w => w is not null);
            return new(at, number, parts.Length == 2 ? parts[0] : null, Form(flags), isFinal, string.Join(", ", words));
        }

        private static ChartShape Form(IReadOnlyList<ResultFlag> flags)
        {
            var signs = flags.Select(f => f.Symbol).Where(s => s.Length > 0).Select(s => s[0]).Distinct().ToList();
            return signs switch { [] => ChartShape.Plain, ['↑'] => ChartShape.High, ['↓'] => ChartShape.Low, _ => ChartShape.Other };
        }
    }
}

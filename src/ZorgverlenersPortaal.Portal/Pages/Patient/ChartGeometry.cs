namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>
/// Where values stand in a chart: across by the true distance in time, upwards by their number. Only places; what they mean is
/// said by <see cref="TestChart"/>.
/// </summary>
public sealed class ChartGeometry
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 340;

    /// <summary>Height of the picture.</summary>
    public const double Height = 210;

    /// <summary>Top of the field in which values stand.</summary>
    public const double Top = 14;

    /// <summary>Bottom of that field.</summary>
    public const double Bottom = Height - 30;

    /// <summary>Right edge of that field.</summary>
    public const double Right = Width - 14;

    // Beyond these a scale has no labels that can be read.
    private const double Largest = 1e9;
    private const double Smallest = 1e-6;

    private readonly DateTimeOffset _first;
    private readonly double _ticks;
    private readonly double _low;
    private readonly double _high;

    private ChartGeometry(DateTimeOffset first, DateTimeOffset last, double low, double high, double step)
    {
        (_first, _ticks) = (first, (last - first).Ticks);
        (_low, _high) = (Math.Floor(low / step + Slack) * step, Math.Ceiling(high / step - Slack) * step);
        Decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - Slack));
        Levels = [.. Enumerable.Range(0, (int)Math.Round((_high - _low) / step) + 1).Select(at => Math.Round(_low + at * step, Decimals))];
        Left = 12 + 7.5 * Levels.Max(level => level.ToString("F" + Decimals, System.Globalization.CultureInfo.InvariantCulture).Length);
    }

    /// <summary>Left edge of the field: the numbers of the scale stand before it.</summary>
    public double Left { get; }

    /// <summary>The numbers of the scale, the lowest first.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>Decimals of these numbers.</summary>
    public int Decimals { get; }

    private static double Slack => 1e-9;

    /// <summary>The field for these moments and numbers; null when they span no time, or numbers that no scale can show.</summary>
    public static ChartGeometry? Of(IReadOnlyCollection<DateTimeOffset> moments, IReadOnlyCollection<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(numbers);
        if (moments.Count == 0 || numbers.Count == 0 || moments.Max() <= moments.Min() || numbers.Any(n => !double.IsFinite(n) || Math.Abs(n) > Largest))
        {
            return null;
        }
        var (low, high) = (numbers.Min(), numbers.Max());
        if (high - low <= Math.Max(Math.Abs(high), Math.Abs(low)) * Slack)
        {
            var room = low == 0 ? 1 : Math.Abs(low) / 10;
            (low, high) = (low - room, high + room);
        }
        return high - low < Smallest ? null : new(moments.Min(), moments.Max(), low, high, Step(high - low));
    }

    /// <summary>How far to the right a moment stands.</summary>
    public double X(DateTimeOffset moment) => Left + (moment - _first).Ticks / _ticks * (Right - Left);

    /// <summary>How far down a number stands.</summary>
    public double Y(double number) => Bottom - (number - _low) / (_high - _low) * (Bottom - Top);

    /// <summary>A round step that gives three to six lines.</summary>
    private static double Step(double span)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var share = span / 4 / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}

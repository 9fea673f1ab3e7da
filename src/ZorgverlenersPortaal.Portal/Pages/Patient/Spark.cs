using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>
/// A small line of a test's values, the oldest left. Only digits as written are drawn: a value with a comparator, such as
/// "&lt; 0,3", has no place on a line, and then none is drawn (R11).
/// </summary>
/// <param name="Points">Places in a box of <see cref="Width"/> by <see cref="Height"/>, y downwards.</param>
public sealed record Spark(IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Width of the box.</summary>
    public const double Width = 120;

    /// <summary>Height of the box.</summary>
    public const double Height = 24;

    private const double Edge = 4;

    /// <summary>The points as SVG wants them.</summary>
    public string Line => string.Join(' ', Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));

    /// <summary>The line of a test; null with fewer than two numbers, or when one cannot be drawn.</summary>
    public static Spark? Of(TestResult test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.Value is null ? null : Of([.. test.Earlier.Select(point => point.Value.Written).Reverse(), test.Value.Written]);
    }

    /// <summary>The line of values as written, the oldest first.</summary>
    public static Spark? Of(IReadOnlyList<string> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var numbers = written.Select(Number).ToList();
        if (numbers.Count < 2 || numbers.Exists(number => number is null))
        {
            return null;
        }
        var (low, high) = (numbers.Min()!.Value, numbers.Max()!.Value);
        var step = (Width - 2 * Edge) / (numbers.Count - 1);
        return new([.. numbers.Select((number, at) => (
            Edge + step * at,
            high == low ? Height / 2 : Height - Edge - (double)((number!.Value - low) / (high - low)) * (Height - 2 * Edge)))]);
    }

    /// <summary>A number as the page writes it, with a comma or a point; null for anything else.</summary>
    private static decimal? Number(string written) =>
        decimal.TryParse(written.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

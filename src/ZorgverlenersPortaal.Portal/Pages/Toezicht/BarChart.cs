namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A picture of a few numbers as lying bars, for beside the table that says the same. Only places; nothing here is counted.</summary>
/// <param name="Id">Id of its title.</param>
/// <param name="Title">What it shows, with every number, for who hears it.</param>
/// <param name="Bars">Label, number and the words behind the bar.</param>
public sealed record BarChart(string Id, string Title, IReadOnlyList<(string Label, double Number, string Text)> Bars)
{
    /// <summary>Width of the picture.</summary>
    public const double Width = 480;

    /// <summary>Height of one bar with its room.</summary>
    public const double Step = 26;

    /// <summary>Where the bars begin.</summary>
    public const double Left = 170;

    private const double Right = Width - 110;

    /// <summary>Height of the picture.</summary>
    public double Height => Bars.Count * Step + 4;

    /// <summary>Length of a bar; the longest reaches to the right.</summary>
    public double Length(double number) => Bars.Max(bar => bar.Number) is > 0 and var most ? number / most * (Right - Left) : 0;
}

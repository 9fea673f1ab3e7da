namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A picture of a few numbers as lying bars, for beside the table that says the same. Only places; nothing here is counted.</summary>
/// <param name="Id">Id of its title.</param>
/// <param name="Title">What it shows, with every number, for who hears it.</param>
/// <param name="Bars">Label, number and the words behind the bar.</param>
public sealed record BarChart(string Id, string Title, IReadOnlyList<(string Label, double Number, string Text)> Bars)
{
    /// <summary>Width of the picture: of a telephone's screen, so that words stay readable there.</summary>
    public const double Width = 300;

    /// <summary>Height of one bar with its label above it.</summary>
    public const double Step = 40;

    private const double Longest = Width - 50;

    /// <summary>Height of the picture.</summary>
    public double Height => Bars.Count * Step + 4;

    /// <summary>Length of a bar; the longest reaches to the right.</summary>
    public double Length(double number) => Bars.Max(bar => bar.Number) is > 0 and var most ? number / most * Longest : 0;
}

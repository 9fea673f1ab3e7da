namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>What kind of window a journey is made in; sizes in CSS pixels.</summary>
internal sealed record WindowKind(int Width, int Height)
{
    /// <summary>A doctor's laptop.</summary>
    public static readonly WindowKind Laptop = new(1366, 900);

    /// <summary>A small phone; also 1280 px at 400% zoom (WCAG 1.4.10).</summary>
    public static readonly WindowKind Phone = new(320, 800);

    public bool JavaScript { get; init; } = true;

    public bool Dark { get; init; }

    /// <summary>Only to let a checker put its script into the page.</summary>
    public bool BypassCsp { get; init; }

    /// <summary>A phone for 320, else a laptop, that lets a checker in.</summary>
    public static WindowKind ForAxe(int width, bool dark) => (width == 320 ? Phone : Laptop) with { Dark = dark, BypassCsp = true };

    /// <summary>For names of pictures.</summary>
    public override string ToString() => $"{Width}{(JavaScript ? "" : "-nojs")}{(Dark ? "-dark" : "")}";
}

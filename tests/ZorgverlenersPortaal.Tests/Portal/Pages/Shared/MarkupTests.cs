using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

/// <summary>What no page may hold, read from the sources: the compiler cannot say it.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void Draw_EveryNamedIcon_IsInTheSprite()
    {
        var sprite = PortalSources.Read("styles", "icons.txt").Single().Text.Split('\n');
        var drawn = PortalSources.Read("Pages", ".cshtml").SelectMany(file => IconName().Matches(file.Text)).ToList();

        Assert.NotEmpty(drawn);
        Assert.All(drawn, match => Assert.Contains(match.Groups["name"].Value, sprite, StringComparer.Ordinal));
    }

    // Razor writes HtmlString itself for the attributes of tag helpers, so the banned-symbols list cannot name it.
    [Fact]
    public void Encode_NoSource_NamesHtmlString()
    {
        var sources = PortalSources.Read(".", ".cs").Concat(PortalSources.Read(".", ".cshtml"));

        Assert.All(sources, file => Assert.False(file.Text.Contains("HtmlString", StringComparison.Ordinal), file.Path));
    }

    [Fact]
    public void R14_NoPage_HoldsWhatThePolicyForbids()
    {
        Assert.All(
            PortalSources.Read("Pages", ".cshtml"),
            file => Assert.False(InlineStyleOrScript().IsMatch(file.Text), file.Path));
    }

    // With the body tag helper not one byte leaves before the last section is there.
    [Fact]
    public void Stream_Layouts_KeepTheBodyOutOfTagHelpers()
    {
        var layouts = PortalSources.Read("Pages", ".cshtml")
            .Where(file => file.Text.Contains("@RenderBody()", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(layouts);
        Assert.All(layouts, file => Assert.Contains("<!body>", file.Text, StringComparison.Ordinal));
    }

    [GeneratedRegex("<zvp-icon name=\"(?<name>[a-z-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex IconName();

    [GeneratedRegex("<style|<script>|\\sstyle=|\\son[a-z]+=\"|javascript:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyleOrScript();
}

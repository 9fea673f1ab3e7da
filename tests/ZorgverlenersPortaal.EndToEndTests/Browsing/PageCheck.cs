using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>A picture of a page and every fault that axe and a ruler find; at 320 px nothing scrolls sideways (WCAG 1.4.10).</summary>
internal static class PageCheck
{
    // Dark only changes colours: the other rules were asked of the same page when it was light.
    private static readonly AxeRunOptions _dark = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>The faults, each beginning with the page's name; empty when there are none.</summary>
    public static async Task<List<string>> FaultsAsync(this Window window, string folder, string name)
    {
        await window.PictureAsync(folder, name);
        var isDark = await window.Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        var result = await window.Page.RunAxe(isDark ? _dark : null);
        List<string> faults = [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{name}: {rule.Id}: {node.Html}"))];
        // Tables may scroll in a region of their own, the page may not.
        var tooWide = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (tooWide > 0)
        {
            faults.Add($"{name}: {tooWide} px wider than the window");
        }
        return faults;
    }
}

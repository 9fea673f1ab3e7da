using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>Chromium's own PDF viewer, which runs as an extension in a frame of its own.</summary>
internal static class LetterViewer
{
    // 100 when the document was read and its pages laid out; the heights are those of the pages.
    private const string Pages =
        """
        () => {
          const viewer = document.querySelector('pdf-viewer');
          return viewer !== null && viewer.loadProgress_ === 100 ? viewer.documentDimensions?.pageDimensions.length ?? 0 : 0;
        }
        """;

    /// <summary>Waits until the viewer shows at least one page; throws when it never does.</summary>
    public static Task ShowsAPageAsync(IPage page) => Until.FoundAsync(
        async () =>
        {
            var viewer = page.Frames.FirstOrDefault(frame => frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal));
            return viewer is not null && await viewer.EvaluateAsync<int>(Pages) > 0 ? viewer : null;
        },
        "the PDF viewer to show a page");
}

using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>Chromium's own PDF viewer, which runs as an extension in a frame of its own.</summary>
internal static class LetterViewer
{
    // loadProgress reaches 100 when the document was read and its pages were laid out.
    private const string Loaded =
        """
        () => {
          const viewer = document.querySelector('pdf-viewer');
          if (viewer === null || viewer.loadProgress_ !== 100 && viewer.loadProgress !== 100) return null;
          return `${viewer.fileName_ ?? viewer.fileName ?? document.title} ${viewer.docLength_ ?? viewer.docLength ?? '?'}`;
        }
        """;

    /// <summary>Waits until the viewer has read the file of this name; throws when it never does.</summary>
    public static Task ShowsAsync(IPage page, string file) => Until.FoundAsync(
        async () =>
        {
            var viewer = page.Frames.FirstOrDefault(frame => frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal));
            var shown = viewer is null ? null : await viewer.EvaluateAsync<string?>(Loaded);
            return shown?.Contains(file, StringComparison.Ordinal) == true ? shown : null;
        },
        $"the PDF viewer to show {file}");
}

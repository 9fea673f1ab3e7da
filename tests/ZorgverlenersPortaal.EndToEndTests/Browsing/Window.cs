using System.Collections.Concurrent;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>One window, and every complaint the browser had about its pages.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        context.Page += (_, opened) => Watch(opened);
        Watch(page);
    }

    /// <summary>The page in it.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and warnings (a broken CSP is one), script errors, answers of 500 and up.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>
    /// A picture in artifacts/FOLDER; of the whole page, or of what is in view. A busy machine's Chromium fails at one now and then:
    /// it is asked again, for the picture is not what is tested.
    /// </summary>
    public async Task PictureAsync(string folder, string name, bool whole = true)
    {
        PageScreenshotOptions options = new() { Path = Path.Combine(Checkout.Artifacts, folder, name + ".png"), FullPage = whole };
        for (var left = 2; ; left--)
        {
            try
            {
                await Page.ScreenshotAsync(options);
                return;
            }
            catch (PlaywrightException e) when (left > 0 && e.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal))
            {
                await Page.BringToFrontAsync();
            }
        }
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"script: {error}");
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                _complaints.Enqueue($"{answer.Status}: {answer.Url}");
            }
        };
    }
}

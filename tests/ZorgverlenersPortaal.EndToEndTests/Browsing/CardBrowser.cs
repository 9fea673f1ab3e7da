using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>
/// Debian's Chromium with a home of its own, in whose key store lie the development CA and one card, or none. Its TLS is
/// the browser's own: Playwright's client certificates would end it in a proxy.
/// </summary>
internal sealed class CardBrowser : IAsyncDisposable
{
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // Generous, as Until is: three browsers on two cores are slow, and no test here measures time.
    private static readonly float _patience = (float)Until.Patience.TotalMilliseconds;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("zvp-e2e-home-");
    private readonly CardPolicy _policy = new();
    private readonly Portal _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    static CardBrowser() => Assertions.SetDefaultExpectTimeout(_patience);

    private CardBrowser(Portal portal) => _portal = portal;

    /// <summary>A browser with this card in its reader; null: no card.</summary>
    public static async Task<CardBrowser> StartAsync(Portal portal, string? card)
    {
        var browser = new CardBrowser(portal);
        await browser.FillKeyStoreAsync(card);
        browser._playwright = await Playwright.CreateAsync();
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""))
            .Where(entry => entry.Key != "HOME")
            .Append(new("HOME", browser._home.FullName));
        browser._browser = await browser._playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserNeeds.Chromium,
            Args = _flags,
            Env = environment,
            Headless = true,
            Timeout = _patience,
        });
        return browser;
    }

    /// <summary>A window of its own: nothing is shared with another one.</summary>
    public async Task<Window> OpenAsync(WindowKind kind)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _portal.Origin.AbsoluteUri,
            ViewportSize = new() { Width = kind.Width, Height = kind.Height },
            JavaScriptEnabled = kind.JavaScript,
            ColorScheme = kind.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            BypassCSP = kind.BypassCsp,
        });
        context.SetDefaultTimeout(_patience);
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }
        _playwright?.Dispose();
        _policy.Dispose();
        _home.Delete(recursive: true);
    }

    private async Task FillKeyStoreAsync(string? card)
    {
        var store = Path.Combine(_home.FullName, ".pki", "nssdb");
        Directory.CreateDirectory(store);
        await RunAsync("certutil", "-d", $"sql:{store}", "-N", "--empty-password");
        await RunAsync("certutil", "-d", $"sql:{store}", "-A", "-t", "C,,", "-n", "zvp-web-ca", "-i", _portal.Pki.File("web-ca.crt"));
        if (card is not null)
        {
            await RunAsync("pk12util", "-d", $"sql:{store}", "-i", _portal.Pki.File($"{card}.p12"), "-W", DevelopmentPki.Password);
        }
    }

    private static Task<IReadOnlyCollection<string>> RunAsync(string tool, params string[] arguments) =>
        RunningProgram.RunAsync(tool, tool, arguments, new Dictionary<string, string?>());
}

using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Benchmarks.Review;

namespace ZorgverlenersPortaal.Benchmarks.Load;

/// <summary>One doctor at her browser: her card, her cookies, her connections.</summary>
internal sealed partial class LoadDoctor : IDisposable
{
    private readonly HttpClient _browser;
    private readonly LoadTimes _times;
    private readonly TownDice _dice;
    private string? _patient;
    private string? _letter;

    public LoadDoctor(Uri portal, X509Certificate2 server, X509Certificate2 card, int number, LoadTimes times)
    {
        _times = times;
        _dice = new TownDice(number + 1);
        _browser = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 2,
            CookieContainer = new CookieContainer(),
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = SslStreamCertificateContext.Create(card, additionalCertificates: null, offline: true),
                // The server of this run and no other.
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.GetCertHashString(),
            },
        })
        {
            BaseAddress = portal,
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>True when the list was shown after it.</summary>
    public async Task<bool> SignInAsync()
    {
        var page = await GetAsync("signin", "/inloggen");
        _patient = page is null ? null : PatientLink().Match(page) is { Success: true } link ? link.Value : null;
        return page is not null;
    }

    /// <summary>Looks at what a doctor looks at, with a pause between, until told to stop.</summary>
    public async Task WorkAsync(TimeSpan think, CancellationToken stop)
    {
        try
        {
            // Not all at the same moment.
            await Task.Delay(think * _dice.NextDouble(), stop);
            while (!stop.IsCancellationRequested)
            {
                await LookAsync();
                await Task.Delay(think * -Math.Log(1 - _dice.NextDouble()), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>Streams the large letter again and again.</summary>
    public async Task StreamAsync(CancellationToken stop)
    {
        if (_patient is not null && await GetAsync("letters", _patient + "/brieven") is { } page)
        {
            _letter = LetterLink().Match(page).Groups["letter"].Value;
        }
        while (!stop.IsCancellationRequested && _letter is { Length: > 0 })
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await _browser.GetAsync(new Uri(_letter, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            await using var body = await answer.Content.ReadAsStreamAsync(CancellationToken.None);
            var (buffer, bytes) = (new byte[65536], 0L);
            while (await body.ReadAsync(buffer, CancellationToken.None) is var read and > 0)
            {
                bytes += read;
            }
            _times.Add("letter_20m", Stopwatch.GetElapsedTime(started), bytes > LoadTown.LetterBytes);
        }
    }

    /// <summary>One address of a server without sessions.</summary>
    public Task<string?> BareAsync(string path) => GetAsync("bare", path);

    public void Dispose() => _browser.Dispose();

    private Task<string?> LookAsync() => (_patient, _dice.Next(10)) switch
    {
        (null, _) or (_, < 3) => GetAsync("list", "/patienten"),
        (_, < 8) => GetAsync("patient", _patient),
        (_, 8) => GetAsync("letters", _patient + "/brieven"),
        _ => GetAsync("medication", _patient + "/medicatie"),
    };

    private async Task<string?> GetAsync(string kind, string path)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
            var page = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            var isGood = answer.StatusCode == HttpStatusCode.OK && !page.Contains("zvp-state--fault", StringComparison.Ordinal);
            _times.Add(kind, Stopwatch.GetElapsedTime(started), isGood);
            return isGood ? page : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            _times.Add(kind, Stopwatch.GetElapsedTime(started), isGood: false);
            return null;
        }
    }

    [GeneratedRegex("/patient/[A-Za-z0-9_-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PatientLink();

    [GeneratedRegex("href=\"(?<letter>/patient/[^\"]*/brief/[^\"]*)/lezen\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LetterLink();
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A browser as the portal sees one: a card, a cookie jar, no redirects of its own, and trust in the test web CA only.</summary>
public sealed class PortalClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;

    public PortalClient(Uri address, X509Certificate2? card, CookieContainer? cookies = null)
    {
        _address = address;
        Cookies = cookies ?? new CookieContainer();
        var tls = new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = TrustInWebCa() };
        if (card is not null)
        {
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => card;
        }

        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseProxy = false, SslOptions = tls })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public CookieContainer Cookies { get; }

    public string? SessionCookie
    {
        get => Cookies.GetCookies(_address)["__Host-zvp"]?.Value;
        set => Cookies.Add(new Cookie("__Host-zvp", value, "/", "localhost") { Secure = true });
    }

    /// <summary>Trusts the test web CA alone, and fetches nothing.</summary>
    public static X509ChainPolicy TrustInWebCa()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.Add(TestPki.Shared.WebCa.Certificate);
        return policy;
    }

    /// <summary>The same browser on a new connection, with another card in the reader, or none.</summary>
    public PortalClient WithCard(X509Certificate2? card) => new(_address, card, Cookies);

    public Task<PortalAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<PortalAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await PortalAnswer.ReadAsync(await _http.SendAsync(request));
    }

    /// <summary>Answers as soon as the headers are there; the caller reads the body.</summary>
    public Task<HttpResponseMessage> StartAsync(string path) => _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Follows redirects as a browser does, at most five.</summary>
    public async Task<PortalAnswer> FollowAsync(string path)
    {
        var answer = await GetAsync(path);
        for (var hop = 0; hop < 5 && answer.Status == 303; hop++)
        {
            answer = await GetAsync(answer.Location!);
        }

        return answer;
    }

    /// <summary>Presses the sign-out button of the list page.</summary>
    public async Task<PortalAnswer> SignOutAsync()
    {
        var page = await GetAsync("/patienten");
        var token = page.Page.QuerySelector("form[action='/uitloggen'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        return await SendAsync(HttpMethod.Post, "/uitloggen", form);
    }

    public void Dispose() => _http.Dispose();
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Parser;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Chaos;

/// <summary>A doctor at a browser that makes a new connection for every few requests, so that it comes to each of the nodes.</summary>
internal sealed class Visitor : IDisposable
{
    private const int RequestsPerConnection = 3;
    private readonly Cluster _cluster;
    private readonly X509Certificate2 _card;
    private HttpClient? _http;
    private int _asked;

    public Visitor(Cluster cluster, string card, CookieContainer? cookies = null)
    {
        _cluster = cluster;
        _card = cluster.Pki.Card(card);
        Uzi = cluster.Pki.Numbers(card).Uzi;
        Cookies = cookies ?? new();
    }

    public string Uzi { get; }

    public CookieContainer Cookies { get; }

    /// <summary>Addresses of patients on her list.</summary>
    public IReadOnlyList<string> Patients { get; private set; } = [];

    /// <summary>Names on her list: nobody else may read them.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Signs in and reads the list.</summary>
    public async Task SignInAsync()
    {
        Assert.Equal(303, (await AskAsync("/inloggen")).Status);
        var (status, body) = await AskAsync("/patienten");
        Assert.Equal(200, status);
        var page = await new HtmlParser().ParseDocumentAsync(body);
        var links = page.QuerySelectorAll("a.zvp-hit__link").ToList();
        Patients = [.. links.Select(link => link.GetAttribute("href")!)];
        Names = [.. links.Select(link => link.TextContent.Trim()).Where(name => name.Length > 5)];
        Assert.NotEmpty(Patients);
    }

    /// <summary>Signs out; the cookie she had.</summary>
    public async Task<CookieContainer> SignOutAsync()
    {
        var kept = new CookieContainer();
        kept.Add(Cookies.GetAllCookies());
        var page = await new HtmlParser().ParseDocumentAsync((await AskAsync("/patienten")).Body);
        var fields = page.QuerySelector("form[action='/uitloggen']")!.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await Http().PostAsync(new Uri("/uitloggen", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return kept;
    }

    /// <summary>The answer as it came, no redirect followed; status 0 where none came.</summary>
    public async Task<(int Status, string Body)> AskAsync(string address)
    {
        try
        {
            using var answer = await Http().GetAsync(new Uri(address, UriKind.Relative));
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            Forget();
            return (0, "");
        }
    }

    public void Dispose()
    {
        Forget();
        _card.Dispose();
    }

    private HttpClient Http()
    {
        if (_asked++ % RequestsPerConnection == 0)
        {
            Forget();
        }
        return _http ??= Make();
    }

    private void Forget()
    {
        _http?.Dispose();
        _http = null;
    }

    private HttpClient Make()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_cluster.Pki.Authority);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = policy, ClientCertificateContext = SslStreamCertificateContext.Create(_card, null, offline: true) };
        var handler = new SocketsHttpHandler { SslOptions = tls, CookieContainer = Cookies, UseProxy = false, AllowAutoRedirect = false };
        return new(handler) { BaseAddress = _cluster.Origin, Timeout = TimeSpan.FromSeconds(15) };
    }
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>An HTTP client that shows a card in its handshake, keeps cookies and follows redirects, as a browser does.</summary>
internal sealed class CardClient : IDisposable
{
    private readonly HttpClient _http;

    public CardClient(Portal portal, string? card)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(portal.Pki.Authority);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        if (card is not null)
        {
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(portal.Pki.Card(card), null, offline: true);
        }
        var handler = new SocketsHttpHandler { SslOptions = tls, CookieContainer = new CookieContainer(), UseProxy = false };
        _http = new(handler) { BaseAddress = portal.Origin };
    }

    /// <summary>The answer, redirects followed.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>The answer, or null where the portal broke it off.</summary>
    public async Task<HttpResponseMessage?> TryAsync(string address)
    {
        try
        {
            return await GetAsync(address);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A page; its status is whatever it is.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page)> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        return (answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Signs in and gives the addresses of the patients on the list.</summary>
    public async Task<IReadOnlyList<string>> PatientsAsync()
    {
        var (status, page) = await PageAsync("/");
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. page.QuerySelectorAll("a.zvp-hit__link").Select(link => link.GetAttribute("href")!)];
    }

    public void Dispose() => _http.Dispose();
}

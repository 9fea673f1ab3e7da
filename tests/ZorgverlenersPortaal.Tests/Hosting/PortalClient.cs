using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A browser as the portal sees one: a card, a cookie jar, no redirects of its own, and trust in the test web CA only.</summary>
public sealed class PortalClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;

    private readonly Version _version;
    private int _connections;

    public PortalClient(Uri address, X509Certificate2? card, CookieContainer? cookies = null, Version? version = null)
    {
        _address = address;
        _version = version ?? HttpVersion.Version11;
        Cookies = cookies ?? new CookieContainer();
        var tls = new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = TrustInWebCa() };
        if (card is not null)
        {
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => card;
        }

        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseProxy = false, SslOptions = tls, ConnectCallback = ConnectAsync })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public CookieContainer Cookies { get; }

    /// <summary>Connections made so far, each with a handshake of its own.</summary>
    public int Connections => Volatile.Read(ref _connections);

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
        using var request = new HttpRequestMessage(method, path) { Content = content, Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await PortalAnswer.ReadAsync(await _http.SendAsync(request));
    }

    /// <summary>Answers as soon as the headers are there; the caller reads the body.</summary>
    public async Task<HttpResponseMessage> StartAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Sends a form of a page, with what is in it and these fields on top.</summary>
    public async Task<PortalAnswer> SubmitAsync(PortalAnswer page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Page.QuerySelector($"form[action='{action}']") ?? throw new InvalidOperationException($"The page has no form {action}: {page.Words}");
        var all = form.QuerySelectorAll("input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        using var content = new FormUrlEncodedContent(all);
        return await SendAsync(HttpMethod.Post, action, content);
    }

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
    public Task<PortalAnswer> SignOutAsync() => SignOutFromAsync("/patienten");

    /// <summary>Presses the sign-out button of a page.</summary>
    public async Task<PortalAnswer> SignOutFromAsync(string path) => await SubmitAsync(await GetAsync(path), "/uitloggen");

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            Interlocked.Increment(ref _connections);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

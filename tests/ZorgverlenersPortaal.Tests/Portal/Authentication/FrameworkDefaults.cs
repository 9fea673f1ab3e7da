using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Kestrel as its documentation says to ask for client certificates, answering whose certificate it saw.</summary>
internal sealed class FrameworkDefaults : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FrameworkDefaults(WebApplication app) => _app = app;

    public Uri Address { get; private init; } = null!;

    public static async Task<FrameworkDefaults> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = TestPki.Shared.ServerCertificate();
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        var app = builder.Build();
#pragma warning disable RS0030 // this is not the portal
        app.Run(context => context.Response.WriteAsync($"SEEN {context.Connection.ClientCertificate?.Subject ?? "nobody"}"));
#pragma warning restore RS0030
        await app.StartAsync();
        var listens = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(app) { Address = new Uri($"https://localhost:{new Uri(listens).Port}") };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A chain as X509Chain builds it with the roots given and nothing else said.</summary>
    public static X509Chain Chain(TestPki pki)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(pki.Root.Certificate);
        chain.ChainPolicy.ExtraStore.AddRange(pki.Intermediates.Select(ca => ca.Certificate).ToArray());
        return chain;
    }

    /// <summary>Takes one connection, and closes it after the first bytes that come; gives those.</summary>
    public static async Task<string> CalledAsync(TcpListener listener)
    {
        using var caller = await listener.AcceptTcpClientAsync();
        var bytes = new byte[512];
        var count = await caller.GetStream().ReadAsync(bytes);
        return System.Text.Encoding.ASCII.GetString(bytes, 0, count);
    }
}

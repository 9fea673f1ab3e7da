using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>No header carries a certificate, a person or an address (docs/adr/0016).</summary>
public sealed class IdentityHeadersTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public static TheoryData<string> Identities =>
    [
        "X-Client-Cert", "x_client_cert", "X-CLIENT-CERT", "X-Client_Cert", "X-Client-Certificate", "X-ARR-ClientCert", "x_arr_clientcert",
        "MS-ASPNETCORE-CLIENTCERT", "X-SSL-Client-Cert", "X_SSL_CLIENT_CERT", "X-SSL-Client-DN", "X-SSL-Client-Verify", "X-Ssl_Client-S-Dn", "SSL_CLIENT_CERT",
        "SSL-CLIENT-CERT", "ssl_client_s_dn", "SSL_CLIENT_VERIFY", "SSL_CLIENT_M_SERIAL", "Ssl-Client_Raw-Cert", "X-Forwarded-Client-Cert",
        "X_Forwarded_Client_Cert", "X-Forwarded-Tls-Client-Cert", "X-Forwarded-Tls-Client-Cert-Info", "Client-Cert", "CLIENT_CERT", "Client-Cert-Chain",
        "X-Amzn-Mtls-Clientcert", "Remote-User", "REMOTE_USER", "X-Remote-User", "X-Forwarded-User",
    ];

    public static TheoryData<string> Addresses =>
    [
        "X-Forwarded-For", "x_forwarded_for", "X-FORWARDED-FOR", "X-Forwarded-Host", "X_Forwarded_Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix",
        "Forwarded", "FORWARDED", "X-Real-IP", "X_Real_IP", "X-Original-For", "True-Client-IP",
    ];

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", ("ForwardedHeaders_Enabled", "true"));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Identities))]
    public async Task Header_WithACertificateOrPerson_CountsForNothingAndIsRecorded(string name)
    {
        using var card = TestPki.Shared.Card();
        using var client = _portal.Client(card: null);
        var answer = await client.GetAsync("/inloggen", (name, Convert.ToBase64String(card.RawData)));
        Assert.Equal((403, "ZVP-L01"), (answer.Status, answer.Code));
        var record = _portal.Trail(AuditEventType.IdentityHeaderIgnored).Single();
        Assert.Equal($"headers:{name.Replace('_', '-').ToLowerInvariant()} unrecorded:0", record.Detail);
        Assert.Equal((AuditOutcome.Refused, "127.0.0.1", null), (record.Outcome, record.Actor!.Address, record.Actor.UziNumber));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Header_WithAnAddress_CountsForNothing(string name)
    {
        using var client = _portal.Client(TestPki.Shared.Card());
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen", (name, name.Contains("orwarded", StringComparison.Ordinal) ? "for=192.0.2.66;host=evil.example;proto=http" : "192.0.2.66"))).Location);
        Assert.Equal("127.0.0.1", _portal.Trail(AuditEventType.SignedIn)[0].Actor!.Address);
        Assert.Empty(_portal.Trail(AuditEventType.IdentityHeaderIgnored));
    }

    [Fact]
    public async Task Header_WithAnAddressThatTheFrameworkWouldBelieve_DoesNotChangeIt()
    {
        using var client = _portal.Client(TestPki.Shared.Card());
        await client.GetAsync("/inloggen", ("X-Forwarded-For", "192.0.2.66"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Host", "evil.example"));
        Assert.Equal("127.0.0.1", _portal.Trail(AuditEventType.SignedIn)[0].Actor!.Address);
    }

    [Fact]
    public async Task Header_OfAnotherKind_StaysAndIsNotRecorded()
    {
        var context = Context("192.0.2.1", ("X-Requested-With", "x"), ("X-Request-ID", "y"), ("Cookie", "z"), ("Accept", "text/html"), ("SSL", "1"), ("Sec-Fetch-Site", "same-origin"));
        await Headers.IgnoreAsync(context);
        Assert.Equal(6, context.Request.Headers.Count);
        Assert.Empty(_portal.Trail(AuditEventType.IdentityHeaderIgnored));
    }

    [Fact]
    public async Task Flood_FromOneAddress_IsOneRecordInTenMinutesWithTheRestCounted()
    {
        for (var i = 0; i < 100; i++)
        {
            var context = Context("192.0.2.1", ("X-Client-Cert", "x"));
            await Headers.IgnoreAsync(context);
            Assert.Empty(context.Request.Headers);
        }

        Assert.Single(_portal.Trail(AuditEventType.IdentityHeaderIgnored));
        _portal.Clock.Advance(TimeSpan.FromMinutes(10.1));
        await Headers.IgnoreAsync(Context("192.0.2.1", ("X-Client-Cert", "x")));
        Assert.Equal("headers:x-client-cert unrecorded:99", _portal.Trail(AuditEventType.IdentityHeaderIgnored)[0].Detail);
    }

    [Fact]
    public async Task Flood_FromManyAddresses_IsSixtyRecordsAnHour()
    {
        for (var i = 0; i < 200; i++)
        {
            await Headers.IgnoreAsync(Context($"198.51.100.{i}", ("SSL_CLIENT_CERT", "x")));
        }

        Assert.Equal(60, _portal.Trail(AuditEventType.IdentityHeaderIgnored).Count);
    }

    private IdentityHeaders Headers => _portal.Services.GetRequiredService<IdentityHeaders>();

    private static DefaultHttpContext Context(string address, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
        context.Features.Set(RequestIdentity.Create());
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }
}

using System.Net;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

public sealed class ReadOnlyHandlerTests
{
    [Theory]
    [InlineData("GET", "https://epd.example/fhir/Patient/p1")]
    [InlineData("GET", "https://epd.example/fhir/Patient?identifier=x")]
    [InlineData("GET", "https://EPD.example:443/fhir/Binary/1")]
    [InlineData("GET", "https://epd.example/fhir?_getpages=1")]
    [InlineData("GET", "https://epd.example/fhir/")]
    [InlineData("POST", "https://epd.example/fhir/Patient/_search")]
    public async Task R12_ReadOrSearchAtTheBase_Leaves(string method, string address) =>
        Assert.True(await LeavesAsync(method, address));

    [Theory]
    [InlineData("PUT", "https://epd.example/fhir/Patient/p1")]
    [InlineData("DELETE", "https://epd.example/fhir/Patient/p1")]
    [InlineData("PATCH", "https://epd.example/fhir/Patient/p1")]
    [InlineData("HEAD", "https://epd.example/fhir/Patient/p1")]
    [InlineData("OPTIONS", "https://epd.example/fhir/Patient/p1")]
    [InlineData("POST", "https://epd.example/fhir/Patient")]
    [InlineData("POST", "https://epd.example/fhir/")]
    [InlineData("POST", "https://epd.example/fhir/_search")]
    [InlineData("POST", "https://epd.example/fhir/Patient/p1/_search")]
    [InlineData("POST", "https://epd.example/fhir/Patient/_search/x")]
    [InlineData("POST", "https://epd.example/fhir/Patient?x=/_search")]
    [InlineData("POST", "https://epd.example/fhir/Patient/$x/_search")]
    [InlineData("PUT", "https://epd.example/fhir/Patient/_search")]
    [InlineData("GET", "https://evil.example/fhir/Patient/p1")]
    [InlineData("GET", "http://epd.example/fhir/Patient/p1")]
    [InlineData("GET", "https://epd.example:8443/fhir/Patient/p1")]
    [InlineData("GET", "https://epd.example/admin")]
    [InlineData("GET", "https://epd.example/fhirx/Patient/p1")]
    [InlineData("GET", "https://epd.example/FHIR/Patient/p1")]
    [InlineData("GET", "https://epd.example/fhir/../admin")]
    [InlineData("GET", "https://epd.example/fhir/%2e%2e/admin")]
    [InlineData("GET", "https://doctor@epd.example/fhir/Patient/p1")]
    [InlineData("GET", "https://epd.example@evil.example/fhir/Patient/p1")]
    public async Task R12_AnythingElse_IsStopped(string method, string address) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync(method, address));

    [Fact]
    public async Task R12_RelativeOrMissingAddress_IsStopped()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync("GET", null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync("GET", "/fhir/Patient/p1"));
    }

    [Fact]
    public async Task R12_TokenRequest_LeavesForTheTokenEndpoint() =>
        Assert.True(await LeavesAsync("POST", "https://login.example/token", TokenForm()));

    [Theory]
    [InlineData("POST", "https://login.example/token/")]
    [InlineData("POST", "https://login.example/token?x=1")]
    [InlineData("POST", "https://login.example/token/../admin")]
    [InlineData("POST", "https://login.example/revoke")]
    [InlineData("POST", "https://login.example:8443/token")]
    [InlineData("POST", "http://login.example/token")]
    [InlineData("POST", "https://evil.example/token")]
    [InlineData("POST", "https://user@login.example/token")]
    [InlineData("POST", "https://epd.example/fhir/Patient")]
    [InlineData("GET", "https://login.example/token")]
    [InlineData("PUT", "https://login.example/token")]
    public async Task R12_TokenRequestElsewhereOrOtherwise_IsStopped(string method, string address) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync(method, address, TokenForm()));

    [Fact]
    public async Task R12_NoFormOrAnEarlierToken_IsStoppedOnTheWayToTheTokenEndpoint()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync("POST", "https://login.example/token", new StringContent("{}")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => LeavesAsync("POST", "https://login.example/token", TokenForm(), "Bearer x"));
    }

    private static FormUrlEncodedContent TokenForm() => new([new("grant_type", "client_credentials")]);

    private static async Task<bool> LeavesAsync(string method, string? address, HttpContent? content = null, string? authorization = null)
    {
        using var inner = new Outside();
        var tokens = new TokenEndpoint(new() { BaseAddress = "https://epd.example/fhir", Smart = new() { TokenAddress = "https://login.example/token" } }, TimeProvider.System);
        using var invoker = new HttpMessageInvoker(new ReadOnlyHandler(new Uri("https://epd.example/fhir/"), inner, tokens));
        using var request = new HttpRequestMessage(new HttpMethod(method), address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute)) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await invoker.SendAsync(request, default);
        return inner.WasReached;
    }

    private sealed class Outside : HttpMessageHandler
    {
        public bool WasReached { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            WasReached = true;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}

using System.Net;
using ZorgverlenersPortaal.Dossier.Epd;

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

    private static async Task<bool> LeavesAsync(string method, string? address)
    {
        using var inner = new Outside();
        using var invoker = new HttpMessageInvoker(new ReadOnlyHandler(new Uri("https://epd.example/fhir/"), inner));
        using var request = new HttpRequestMessage(new HttpMethod(method), address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute));
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

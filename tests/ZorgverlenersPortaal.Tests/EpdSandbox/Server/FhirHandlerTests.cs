using System.Net;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Server;

public sealed class FhirHandlerTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Metadata_EveryListedParameter_IsHonoured()
    {
        var statement = await sandbox.GetAsync("metadata");
        Assert.Equal("4.0.1", statement["fhirVersion"]!.GetValue<string>());
        foreach (var resource in statement["rest"]![0]!["resource"]!.AsArray())
        {
            foreach (var parameter in resource!["searchParam"]!.AsArray())
            {
                var value = parameter!["type"]!.GetValue<string>() is "date" ? "2026" : "x";
                var query = $"{resource["type"]!.GetValue<string>()}?{parameter["name"]!.GetValue<string>()}={value}";
                Assert.EndsWith(
                    query,
                    RunningSandbox.Link(await sandbox.GetAsync(query), "self"),
                    StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Search_UnknownParameterLenient_IsLeftOutOfTheSelfLink()
    {
        var bundle = await sandbox.GetAsync("Patient?kleur=rood&_id=pat-00001&_format=json");
        Assert.EndsWith("/Patient?_id=pat-00001", RunningSandbox.Link(bundle, "self"), StringComparison.Ordinal);
        Assert.Single(RunningSandbox.Resources(bundle));
    }

    [Fact]
    public async Task Search_UnknownParameterStrict_IsRefusedByName()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Patient?kleur=rood", UriKind.Relative));
        request.Headers.Add("Prefer", "handling=strict");
        var outcome = await RefusedAsync(request, HttpStatusCode.BadRequest);
        Assert.Contains("kleur", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostSearch_Form_AnswersAsGetAndStandsInNoAddress()
    {
        using var form = new FormUrlEncodedContent([new("patient", "pat-00001"), new("class", "IMP")]);
        using var answer = await sandbox.Http.PostAsync(new Uri("Encounter/_search", UriKind.Relative), form);
        var bundle = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        var byGet = await sandbox.GetAsync("Encounter?patient=pat-00001&class=IMP");
        Assert.Equal(
            RunningSandbox.Resources(byGet).Select(RunningSandbox.Id),
            RunningSandbox.Resources(bundle).Select(RunningSandbox.Id),
            StringComparer.Ordinal);
        var logged = (await sandbox.ControlAsync("log")).Last(entry => entry!["method"]!.GetValue<string>() is "POST")!;
        Assert.Equal("/fhir/Encounter/_search", logged["path"]!.GetValue<string>());
        Assert.Equal("patient=pat-00001&class=IMP", logged["form"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Account")]
    [InlineData("Account?patient=pat-00001&status=active&_sort=status")]
    [InlineData("Slot?_count=10")]
    public async Task Search_TypeItHoldsNothingOf_IsAnEmptyBundle(string query)
    {
        var bundle = await sandbox.GetAsync(query);
        Assert.Equal("searchset", bundle["type"]!.GetValue<string>());
        Assert.Equal(0, bundle["total"]!.GetValue<int>());
        Assert.Empty(RunningSandbox.Resources(bundle));
    }

    [Fact]
    public void ResourceTypes_ThatAreKnown_AreThoseOfR4()
    {
        Assert.All(R4Definitions.ResourceTypes(), type => Assert.True(ResourceTypes.Knows(type), type));
        Assert.False(ResourceTypes.Knows("DomainResource"));
    }

    [Fact]
    public async Task History_OfAChangedResource_HasItsVersionsNewestFirst()
    {
        var bundle = await sandbox.GetAsync("Consent/td-00004-1/_history");
        Assert.Equal("history", bundle["type"]!.GetValue<string>());
        var versions = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).ToList();
        Assert.Equal(["2", "1"], versions.Select(version => version["meta"]!["versionId"]!.GetValue<string>()));
        Assert.Equal(["inactive", "active"], versions.Select(version => version["status"]!.GetValue<string>()));
        Assert.Equal("active", (await sandbox.GetAsync("Consent/td-00004-1/_history/1"))["status"]!.GetValue<string>());
        Assert.Equal("inactive", (await sandbox.GetAsync("Consent/td-00004-1"))["status"]!.GetValue<string>());
        Assert.Single(RunningSandbox.Resources(await sandbox.GetAsync("Consent?_id=td-00004-1")));
    }

    [Theory]
    [InlineData("GET", "Patient/bestaat-niet/_history", HttpStatusCode.NotFound)]
    [InlineData("GET", "Patient/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("GET", "Patient/pat-00001/_history/2", HttpStatusCode.NotFound)]
    [InlineData("GET", "Rekening", HttpStatusCode.NotFound)]
    [InlineData("GET", "account", HttpStatusCode.NotFound)]
    [InlineData("GET", "Encounter?date=gisteren", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Patient?name:fonetisch=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Patient?_count=veel", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Patient?_format=xml", HttpStatusCode.NotAcceptable)]
    [InlineData("GET", "Binary?_id=x", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "Patient/pat-00001", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "Patient/pat-00001", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "Patient", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "Patient/_search", HttpStatusCode.UnsupportedMediaType)]
    public async Task Request_ThatCannotBeAnswered_GetsAnOutcome(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        Assert.NotEmpty(await RefusedAsync(request, status));
    }

    [Fact]
    public async Task Read_CurrentVersion_CarriesItsVersionAndTheRequestId()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri("Patient/pat-00001/_history/1", UriKind.Relative));
        request.Headers.Add("X-Request-Id", "vraag-17");
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Equal("W/\"1\"", answer.Headers.ETag!.ToString());
        Assert.Equal("vraag-17", Assert.Single(answer.Headers.GetValues("X-Request-Id")));
        Assert.Equal("application/fhir+json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    private async Task<string> RefusedAsync(HttpRequestMessage request, HttpStatusCode status)
    {
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        var outcome = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        return outcome["issue"]![0]!["diagnostics"]!.GetValue<string>();
    }
}

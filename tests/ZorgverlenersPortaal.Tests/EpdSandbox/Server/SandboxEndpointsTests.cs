using System.Net;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Server;

public sealed class SandboxEndpointsTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Log_AfterClearing_HoldsWhatWasAskedSince()
    {
        using var cleared = await sandbox.Http.DeleteAsync(new Uri("../_sandbox/log", UriKind.Relative));
        using var missing = await sandbox.Http.GetAsync(new Uri("Patient/bestaat-niet?a=b", UriKind.Relative));
        var entry = Assert.Single(await sandbox.ControlAsync("log"))!;
        Assert.Equal(
            ("GET", "/fhir/Patient/bestaat-niet?a=b", 404),
            (entry["method"]!.GetValue<string>(), entry["path"]!.GetValue<string>(), entry["status"]!.GetValue<int>()));
    }

    [Fact]
    public async Task PutResource_KnownId_IsServedAsTheNextVersion()
    {
        using var body = new StringContent(
            """{"resourceType": "Flag", "id": "flag-eigen", "status": "active", "subject": {"reference": "Patient/pat-00001"}}"""
        );
        for (var version = 1; version <= 2; version++)
        {
            using var put = await sandbox.Http.PutAsync(new Uri("../_sandbox/resources", UriKind.Relative), body);
            Assert.Equal($"[\"Flag/flag-eigen/_history/{version}\"]", await put.Content.ReadAsStringAsync());
        }

        Assert.Equal("2", (await sandbox.GetAsync("Flag/flag-eigen"))["meta"]!["versionId"]!.GetValue<string>());
        Assert.Single(RunningSandbox.Resources(await sandbox.GetAsync("Flag?patient=pat-00001&_id=flag-eigen")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("geen json")]
    [InlineData("{\"resourceType\": \"Flag\"}")]
    public async Task PutResource_NoResource_SaysWhatIsWrong(string text)
    {
        using var body = new StringContent(text);
        using var put = await sandbox.Http.PutAsync(new Uri("../_sandbox/resources", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.NotEmpty(await put.Content.ReadAsStringAsync());
    }
}

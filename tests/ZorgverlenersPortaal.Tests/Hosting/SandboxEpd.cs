using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using ZorgverlenersPortaal.EpdSandbox;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A synthetic hospital in this process, with what it knows and the faults it can have.</summary>
public sealed class SandboxEpd : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private SandboxEpd(WebApplication app)
    {
        _app = app;
        Address = SandboxApplication.BaseAddress(app);
        _http = new HttpClient { BaseAddress = new Uri(Address[..^"fhir".Length]) };
    }

    /// <summary>FHIR base address.</summary>
    public string Address { get; }

    public static async Task<SandboxEpd> StartAsync()
    {
        var app = SandboxApplication.Create(["--port", "0", "--patients", "120"]);
        await app.StartAsync();
        return new SandboxEpd(app);
    }

    /// <summary>The truth about the patients of a GP, or of all.</summary>
    public async Task<IReadOnlyList<SandboxPatient>> PatientsAsync(string? agb = null) =>
        (await _http.GetFromJsonAsync<List<SandboxPatient>>($"_sandbox/patients?gp={agb}"))!;

    public async Task<IReadOnlyList<SandboxRequest>> LogAsync() => (await _http.GetFromJsonAsync<List<SandboxRequest>>("_sandbox/log"))!;

    public async Task ClearLogAsync() => (await _http.DeleteAsync(new Uri("_sandbox/log", UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>Asks again until something was asked of the EPD that is meant.</summary>
    public async Task WaitForAsync(Func<SandboxRequest, bool> meant)
    {
        while (!(await LogAsync()).Any(meant))
        {
            await Task.Yield();
        }
    }

    /// <summary>Switches a fault on, for one type of resource or all, until disposed.</summary>
    public async Task<IAsyncDisposable> FaultAsync(string kind, string? type = null)
    {
        await PutFaultAsync(kind, type);
        return new Fault(this);
    }

    public async Task PutAsync(JsonObject resource) =>
        (await _http.PutAsJsonAsync("_sandbox/resources", resource)).EnsureSuccessStatusCode();

    public async Task RemoveAsync(string reference) =>
        (await _http.DeleteAsync(new Uri("_sandbox/resources/" + reference, UriKind.Relative))).EnsureSuccessStatusCode();

    public async Task<JsonObject> ReadAsync(string reference) =>
        (await _http.GetFromJsonAsync<JsonObject>("fhir/" + reference))!;

    /// <summary>The bytes of a letter, by the address in its DocumentReference (which may name a placeholder for the server), or inside it.</summary>
    public async Task<byte[]> PdfAsync(SandboxLetter letter)
    {
        if (letter.Url.Length == 0)
        {
            return Convert.FromBase64String((await ReadAsync("DocumentReference/" + letter.Id))["content"]![0]!["attachment"]!["data"]!.ToString());
        }
        var address = letter.Url;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}/Binary/{address.Split('/')[^1]}");
        request.Headers.Accept.ParseAdd("application/pdf");
        using var response = (await _http.SendAsync(request)).EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task PutFaultAsync(string kind, string? type) =>
        (await _http.PutAsJsonAsync("_sandbox/fault", new { kind, type })).EnsureSuccessStatusCode();

    private sealed class Fault(SandboxEpd epd) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await epd.PutFaultAsync("none", null);
    }
}

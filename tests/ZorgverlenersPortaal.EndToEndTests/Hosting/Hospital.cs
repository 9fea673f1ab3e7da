using System.Net.Http.Json;
using System.Text.Json;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>The real sandbox hospital as a process on a free port, and the truth it tells of itself.</summary>
internal sealed class Hospital : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly HttpClient _http;

    private Hospital(RunningProgram program, Uri fhir)
    {
        _program = program;
        Fhir = fhir;
        _http = new() { BaseAddress = new(fhir, "/_sandbox/") };
    }

    /// <summary>The FHIR base.</summary>
    public Uri Fhir { get; }

    /// <summary>A hospital that answers.</summary>
    public static async Task<Hospital> StartAsync(params string[] arguments)
    {
        var program = RunningProgram.Start(
            "epd-sandbox", "dotnet", [Checkout.Program("EpdSandbox"), "--port", "0", .. arguments], new Dictionary<string, string?>());
        var ready = await program.SaysAsync("READY epd-sandbox ");
        return new(program, new(ready["READY epd-sandbox ".Length..]));
    }

    /// <summary>Every patient there is: name, BSN, birth date.</summary>
    public async Task<IReadOnlyList<(string Name, string Bsn, string BirthDate)>> PatientsAsync()
    {
        using var truth = await _http.GetFromJsonAsync<JsonDocument>("patients");
        return [.. truth!.RootElement.EnumerateArray().Select(p => (Text(p, "name"), Text(p, "bsn"), Text(p, "birthDate")))];
    }

    /// <summary>When a patient was born, as a list shows it.</summary>
    public async Task<string> BornAsync(string id)
    {
        using var truth = await _http.GetFromJsonAsync<JsonDocument>("patients");
        var born = Text(truth!.RootElement.EnumerateArray().Single(p => Text(p, "id") == id), "birthDate");
        return string.Join('-', born.Split('-').Reverse());
    }

    /// <summary>Breaks something, e.g. <c>status:500</c>; "none" mends it.</summary>
    public async Task FaultAsync(string kind, params string[] types)
    {
        using var answer = await _http.PutAsJsonAsync("fault", types.DefaultIfEmpty().Select(type => new { kind, type }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Lets the hospital go on by one admission, transfer or discharge.</summary>
    public async Task StepAsync()
    {
        using var answer = await _http.PostAsync(new Uri("live/step", UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    private static string Text(JsonElement patient, string name) => patient.GetProperty(name).GetString() ?? "";
}

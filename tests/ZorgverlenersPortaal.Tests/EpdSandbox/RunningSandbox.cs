using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using ZorgverlenersPortaal.EpdSandbox;

namespace ZorgverlenersPortaal.Tests.EpdSandbox;

/// <summary>
/// A sandbox hospital of 60 patients on a free port, its clock held at a Sunday in November 2026, 10:00.
/// </summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public HttpClient Http { get; private set; } = new();

    internal HeldClock Clock { get; } = new(Start);

    internal WebApplication App { get; private set; } = null!;

    internal string[] Arguments { get; init; } = ["--patients", "60"];

    public async Task InitializeAsync()
    {
        App = SandboxApplication.Create([.. Arguments, "--port", "0"], Clock);
        await App.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(SandboxApplication.BaseAddress(App) + "/") };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>The answer as JSON; a Bundle's resources come with <see cref="Resources"/>.</summary>
    internal async Task<JsonObject> GetAsync(string path) =>
        JsonNode.Parse(await Http.GetByteArrayAsync(new Uri(path, UriKind.RelativeOrAbsolute)))!.AsObject();

    internal static List<JsonObject> Resources(JsonObject bundle, string mode = "match") =>
        [
            .. (bundle["entry"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(entry =>
                    string.Equals(entry["search"]!["mode"]!.GetValue<string>(), mode, StringComparison.Ordinal))
                .Select(entry => entry["resource"]!.AsObject()),
        ];

    internal static string Id(JsonObject resource) => resource["id"]!.GetValue<string>();

    internal static string? Link(JsonObject bundle, string relation) =>
        bundle["link"]!
            .AsArray()
            .SingleOrDefault(link =>
                string.Equals(link!["relation"]!.GetValue<string>(), relation, StringComparison.Ordinal))
            ?["url"]!.GetValue<string>();

    /// <summary>The controls stand beside the FHIR base.</summary>
    internal async Task<JsonArray> ControlAsync(string path) =>
        JsonNode.Parse(await Http.GetByteArrayAsync(new Uri("../_sandbox/" + path, UriKind.Relative)))!.AsArray();

    internal async Task FaultAsync(string kind, string? type = null)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { kind, type }));
        using var answer = await Http.PutAsync(new Uri("../_sandbox/fault", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }
}

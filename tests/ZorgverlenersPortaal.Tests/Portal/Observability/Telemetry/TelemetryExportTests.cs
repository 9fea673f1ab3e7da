using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Observability.Telemetry;

/// <summary>
/// Everything that leaves for a collector while a doctor works, as bytes: what is not allowed is not in it, in whatever field. Alone,
/// because a portal that stops waits five seconds for the collector, which here is in the same process as every other test.
/// </summary>
[Collection(Alone.Name)]
public sealed class TelemetryExportTests(SandboxFixture hospital) : IClassFixture<SandboxFixture>, IAsyncLifetime
{
    private const string OutsidersTrace = "0af7651916cd43dd8448eb211c80319c";

    private readonly ConcurrentQueue<(string Path, string? Token, byte[] Body)> _sent = new();
    private readonly string _token = Path.GetTempFileName();
    private LoopbackServer _collector = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _collector = await LoopbackServer.StartAsync();
        _collector.Answer = TakeAsync;
        await File.WriteAllTextAsync(_token, "collector-token\n");
        _portal = await PortalHost.StartAsync(
            hospital.Epd.Address, ("Telemetry:Address", _collector.Address.ToString()), ("Telemetry:TokenFile", _token), ("Telemetry:TraceShare", "1"), ("Telemetry:MetricsSeconds", "3600"));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _collector.DisposeAsync();
        File.Delete(_token);
    }

    [Fact]
    public async Task R6_EverythingUsedAndBroken_SendsRoutesAndTimesAndNoPatientSessionOrAddress()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        var session = _portal.Session();
        var patient = hospital.Patient;
        var path = _portal.PatientPath(patient.Id, session);
        foreach (var fault in (string[])["none", "status:500", "truncate"])
        {
            await using var broken = await hospital.Epd.FaultAsync(fault);
            foreach (var address in (string[])["/patienten", path, path + "/medicatie?vanaf=geheimwoord", "/zoeken?zoek=geheimwoord", "/patient/" + patient.Bsn, "/geheimwoord"])
            {
                await doctor.GetAsync(address, ("traceparent", $"00-{OutsidersTrace}-b7ad6b7169203331-01"), ("tracestate", "geheim=woord"), ("baggage", "bsn=" + patient.Bsn));
            }
        }

        await _portal.StopAsync();

        var text = string.Join('\n', _sent.Select(one => Encoding.Latin1.GetString(one.Body)));
        Assert.Equal("/v1/metrics,/v1/traces", string.Join(',', _sent.Select(one => one.Path).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(_sent, one => Assert.Equal("Bearer collector-token", one.Token));
        foreach (var expected in (string[])["GET patient/{handle}", "http.route", "http.response.status_code", "epd_attempt_seconds", "http.server.request.duration", "zorgverlenersportaal", "node1"])
        {
            Assert.True(text.Contains(expected, StringComparison.Ordinal), expected + " is missing");
        }
        string[] forbidden =
        [
            patient.Bsn, patient.Name, patient.Id, session, path, "900021219", PortalFixture.Agb, "geheim", "woord", "url.path", "url.full", "url.query", "client.address", "user_agent",
            "server.address", "exception.message", "exception.stacktrace", "127.0.0.1", _portal.Folder,
        ];
        Assert.All(forbidden, word => Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), word + " was sent"));
        Assert.DoesNotMatch(new Regex(@"\b[0-9]{9}\b", RegexOptions.NonBacktracking), text);
        // A trace's number goes as bytes.
        Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromHexString(OutsidersTrace)), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_CollectorRefuses_IsSaidOnceAndCostsNoPage()
    {
        _collector.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        };
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        await _portal.StopAsync();
        // Traces and metrics each go their own way.
        Assert.InRange(_portal.Log.Lines.Count(line => line.Contains("The collector of Telemetry:Address takes nothing", StringComparison.Ordinal)), 1, 2);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        _sent.Enqueue((context.Request.Path, context.Request.Headers.Authorization, body.ToArray()));
    }
}

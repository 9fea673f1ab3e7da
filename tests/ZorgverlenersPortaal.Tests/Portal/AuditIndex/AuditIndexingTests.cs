using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Portal.AuditIndex;
using ZorgverlenersPortaal.Tests.Audit.Shipping;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.AuditIndex;

/// <summary>The portal with an Elasticsearch that comes and goes.</summary>
public sealed class AuditIndexingTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private BulkDouble _index = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _index = await BulkDouble.StartAsync();
        var folder = PortalHost.MakeFolder();
        var key = Path.Combine(folder, "index.key");
        BsnKey.Create(key);
        _portal = await PortalHost.StartAsync(folder, _epd.Base,
        [
            ("Audit:Elasticsearch:Address", _index.Address.ToString()), ("Audit:Elasticsearch:BsnKey", key), ("Audit:Elasticsearch:LagSeconds", "60"), ("Audit:Elasticsearch:LongestWaitSeconds", "1"),
        ]);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _index.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H134_IndexGone_IsAnAlarmAndThePortalServesOn_AndItCatchesUp()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        await UntilAsync("ok");
        _index.Then = BulkFault.Unavailable;
        Assert.Equal(200, (await doctor.GetAsync("/sessies")).Status);
        await _portal.Accounts.AddAsync(new() { UziNumber = "900077701", Name = "A. Nieuw", Role = ZorgverlenersPortaal.Dossier.CareRole.GeneralPractitioner }, PortalHost.Office);
        await UntilAsync("waiting");
        _portal.Clock.Advance(TimeSpan.FromSeconds(90));
        await UntilAsync("behind");

        Assert.Equal(200, (await doctor.GetAsync("/sessies")).Status);
        using var anyone = _portal.Client(null);
        var health = await anyone.GetAsync("/health/ready");
        Assert.Equal((200, "degraded"), (health.Status, (string?)JsonNode.Parse(health.Text)!["status"]));
        await LoggedAsync("The index is behind the trail");

        _index.Then = BulkFault.None;
        await UntilAsync("ok");
        await LoggedAsync("The index follows the trail");
        Assert.Equal(AuditReader.Read(_portal.TrailStorage, new() { Limit = 10_000, Node = "node1" }).Select(stored => stored.Sequence).Order(), _index.Sequences);
        Assert.Empty(_index.Violations);
    }

    [Fact]
    public async Task H132_PoisonedRecord_IsAnAlarmInLogMetricAndHealth()
    {
        await UntilAsync("ok");
        var parked = new List<double>();
        using var listener = Listen("audit_index_parked", parked);
        _index.IsPoison = document => document.GetProperty("event").GetProperty("action").GetString() == nameof(AuditEventType.SignedIn);
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());

        await UntilAsync("parked");
        await LoggedAsync("document_parsing_exception field source.ip");
        listener.RecordObservableInstruments();

        Assert.Equal(1, parked.Max());
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("999990019", StringComparison.Ordinal));
    }

    private static MeterListener Listen(string name, List<double> values)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, on) =>
            {
                if (instrument.Meter.Name == AuditIndexMeters.MeterName && instrument.Name == name)
                {
                    on.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => values.Add(value));
        listener.Start();
        return listener;
    }

    private async Task UntilAsync(string word)
    {
        using var anyone = _portal.Client(null);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        while ((string?)JsonNode.Parse((await anyone.GetAsync("/health/ready")).Text)!["index"] != word || (word == "ok" && Waits()))
        {
            patience.Token.ThrowIfCancellationRequested();
            _portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    /// <summary>Health may be ok because nothing was looked at yet.</summary>
    private bool Waits() => _portal.Services.GetRequiredService<AuditTrail>().Health.Size != _index.Documents.Count(document => document.GetProperty("service").GetProperty("node").GetProperty("name").GetString() == "node1");

    private async Task LoggedAsync(string words)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (!_portal.Log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

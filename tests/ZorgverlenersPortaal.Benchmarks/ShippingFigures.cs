using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// Records a second from the trail to a server on the loopback that says of each that it is stored and stores none: what the portal
/// can send, not what an Elasticsearch can take.
/// </summary>
internal static class ShippingFigures
{
    private const int Records = 20_000;

    public static async Task PrintAsync(string folder)
    {
        var storage = AuditStorage.InFolder(Path.Combine(folder, "trail"));
        await FillAsync(storage);
        await using var server = await StartAsync();
        var key = Path.Combine(folder, "key");
        BsnKey.Create(key);
        List<double> rates = [];
        for (var round = 0; round < 4; round++)
        {
            using TrailShipper shipper = new(
                new() { Storage = storage, Node = "bench", CursorFolder = Path.Combine(folder, $"cursor-{round}"), Address = new(server.Urls.Single()), BsnKey = key },
                TimeProvider.System);
            var started = Stopwatch.GetTimestamp();
            var sent = 0;
            while (sent < Records)
            {
                var took = await shipper.ShipAsync(CancellationToken.None);
                sent += took.Fault is null ? took.Stored : throw new InvalidOperationException(took.Fault.Text);
            }
            rates.Add(Records / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        // The first is the JIT's.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shipping_records_per_second_to_a_double {rates[1..].Order().ElementAt(1):F0}"));
    }

    private static async Task FillAsync(AuditStorage storage)
    {
        await using var trail = AuditTrail.Open(new() { Storage = storage, Node = "bench", WriteTimeout = TimeSpan.FromSeconds(30) }, TimeProvider.System);
        foreach (var some in Enumerable.Range(0, Records).Chunk(1000))
        {
            await Task.WhenAll(some.Select(_ => trail.AppendAsync(TrailAppending.Record(), CancellationToken.None)));
        }
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            List<object> items = [];
            while (await reader.ReadLineAsync() is { } line && await reader.ReadLineAsync() is not null)
            {
                using var action = JsonDocument.Parse(line);
                items.Add(new { create = new { _id = action.RootElement.GetProperty("create").GetProperty("_id").GetString(), status = 201 } });
            }
            await context.Response.WriteAsJsonAsync(new { errors = false, items });
        });
        await app.StartAsync();
        return app;
    }
}

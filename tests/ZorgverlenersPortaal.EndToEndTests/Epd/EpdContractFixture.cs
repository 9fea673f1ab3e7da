using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>An EPD that holds the fixtures of ../shared/epd, and a portal before it with their GP signed in. Started once for a class of tests.</summary>
public abstract class EpdContractFixture : IAsyncLifetime
{
    /// <summary>The card of a GP whose AGB code the office wrote down.</summary>
    private const string Card = "zonder-agb";

    internal Portal Portal { get; private set; } = null!;

    internal CardClient Doctor { get; private set; } = null!;

    /// <summary>The FHIR base.</summary>
    public abstract Uri Fhir { get; }

    public async Task InitializeAsync()
    {
        if (Checkout.Shared("epd") is null)
        {
            return;
        }
        await StartEpdAsync();
        (Portal, Doctor) = await StartPortalAsync();
    }

    public async Task DisposeAsync()
    {
        if (Portal is not null)
        {
            Doctor.Dispose();
            await Portal.DisposeAsync();
            await StopEpdAsync();
        }
    }

    /// <summary>Another portal before the same EPD; the caller disposes both.</summary>
    internal async Task<(Portal Portal, CardClient Doctor)> StartPortalAsync(params (string Key, string Value)[] settings)
    {
        // The fixtures have fixed dates; a long time back, so that discharges are on the list whatever day it is.
        var all = settings.Append(("Epd__DischargedDays", "365")).ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);
        var portal = await Portal.StartAsync(Fhir, all);
        await portal.AddAccountAsync(Card, agb: "01999001");
        return (portal, portal.Client(Card));
    }

    /// <summary>The one patient of this surname, as the EPD has her.</summary>
    public async Task<JsonObject> PatientAsync(string family)
    {
        using var http = new HttpClient();
        var found = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Fhir}/Patient?_count=1000")))!;
        return found["entry"]!.AsArray().Select(e => e!["resource"]!.AsObject()).Single(p => p["name"]![0]!["family"]!.ToString() == family);
    }

    /// <summary>Writes a resource, and gives when the EPD says it stored it.</summary>
    public async Task<DateTimeOffset> StoreAsync(JsonObject resource)
    {
        await WriteAsync(resource);
        using var http = new HttpClient();
        var stored = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Fhir}/{resource["resourceType"]}/{resource["id"]}")))!;
        return DateTimeOffset.Parse(stored["meta"]!["lastUpdated"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a resource into the EPD, as the hospital would.</summary>
    public async Task WriteAsync(JsonObject resource)
    {
        using var content = new StringContent(resource.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json"));
        using var http = new HttpClient();
        using var answer = await http.PutAsync(WriteAddress(resource), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected abstract Task StartEpdAsync();

    protected abstract Task StopEpdAsync();

    protected abstract Uri WriteAddress(JsonObject resource);
}

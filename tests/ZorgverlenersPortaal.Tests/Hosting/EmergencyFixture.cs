using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A portal over a scripted EPD with one patient, of the GP Öztürk (Huisarts2); whoever else opens her does so in an emergency.</summary>
public sealed class EmergencyFixture : IAsyncLifetime
{
    public const string Bsn = "999900018";
    private int _texts;

    public ScriptedEpd Epd { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    /// <summary>A faultless form; the words are new each time.</summary>
    public (string Name, string Value)[] Form(params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Bsn", "9999 00 018"), ("Form.Day", "29"), ("Form.Month", "02"), ("Form.Year", "1948"), ("Form.Surname", ""), ("Form.Postcode", ""),
            ("Form.Reason", "OutOfHours"), ("Form.Words", FormattableString.Invariant($"Verward binnengebracht, nummer {Interlocked.Increment(ref _texts)}")), ("Form.IsTreating", "true"),
        ];
        return [.. usual.Select(field => changes.FirstOrDefault(change => change.Name == field.Name) is { Name: not null } change ? change : field)
            .Concat(changes.Where(change => usual.All(field => field.Name != change.Name)))];
    }

    /// <summary>Sends a form and, when the card is asked for, once more over a new connection.</summary>
    public static async Task<PortalAnswer> SendAsync(PortalClient client, string path, params (string Name, string Value)[] form)
    {
        var asked = await client.FillInAsync(path, null, form);
        return asked.Status == 303 && asked.Location!.StartsWith(path + "?bewijs=", StringComparison.Ordinal)
            ? await client.FillInAsync(path, await client.GetAsync(asked.Location), null, form)
            : asked;
    }

    /// <summary>Opens the patient in this client's session; returns her handle.</summary>
    public async Task<string> OpenAsync(PortalClient client)
    {
        var opened = await SendAsync(client, "/noodprocedure", Form());
        Assert.Equal(303, opened.Status);
        Assert.StartsWith("/patient/", opened.Location, StringComparison.Ordinal);
        return opened.Location!["/patient/".Length..];
    }

    /// <summary>The patient behind a handle of a session.</summary>
    public string? Patient(string handle, string session) => Portal.Services.GetRequiredService<HandleProtector>().Read("patient", session, handle);

    /// <summary>The emergency that a session has to the patient now.</summary>
    public Task<EmergencyInForce?> FindAsync(string uzi, string session) => Portal.Services.GetRequiredService<EmergencyRegister>().FindAsync(
        TestDossier.Visit() with { SessionReference = session, Provider = TestDossier.Visit().Provider with { UziNumber = uzi } }, "p1", default);

    public async Task InitializeAsync()
    {
        Epd = await ScriptedEpd.StartAsync();
        Epd.Has(Some.Practitioner(agb: "01056790"), Some.Patient(bsn: Bsn).With(p => p["name"] = new JsonArray(new JsonObject { ["family"] = "Geheimnaam" })));
        Portal = await PortalHost.StartAsync(Epd.Base, ("Emergency:PerDay", "100"), ("Emergency:SearchesPerQuarter", "50"));
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Dossier.Explanations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>A portal with an officer over a scripted EPD; looks are put into its trail as if doctors had made them, each test on a day of its own.</summary>
public sealed class ControleRig : IAsyncLifetime
{
    private int _days;

    public ScriptedEpd Epd { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    public PortalClient Officer { get; private set; } = null!;

    private DateTimeOffset Now => Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task InitializeAsync()
    {
        Epd = await ScriptedEpd.StartAsync();
        Portal = await OfficeFixture.StartPortalAsync(("Epd:BaseAddress", Epd.Base));
        Officer = await OfficeFixture.SignInAsync(Portal, OfficeFixture.Esra, "/toezicht");
    }

    public async Task DisposeAsync()
    {
        Officer.Dispose();
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }

    /// <summary>Noon of a day that no other test looks at: far apart, so that nobody's emergencies count as repeated.</summary>
    public DateTimeOffset NewDay()
    {
        var day = Now.AddDays(-50 * Interlocked.Increment(ref _days));
        return new(day.Year, day.Month, day.Day, 11, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Puts records into the trail.</summary>
    public async Task HasAsync(params IEnumerable<AuditRecord> records)
    {
        var trail = Portal.Services.GetRequiredService<AuditTrail>();
        foreach (var record in records)
        {
            await trail.AppendAsync(record.Decision is null ? record : record with { Decision = Decided(record) }, default);
        }
    }

    /// <summary>A patient in the EPD.</summary>
    public JsonObject Patient(string id, Action<JsonObject>? change = null)
    {
        var patient = Some.Patient(id, "999990019").With(change ?? (_ => { }));
        Epd.Has(patient);
        return patient;
    }

    /// <summary>An emergency look.</summary>
    public static AuditRecord[] Emergency(DateTimeOffset time, string patient) => SomeLooks.Emergency(time, "w" + patient, patient);

    /// <summary>What the officer gets for these days.</summary>
    public Task<PortalAnswer> ReviewAsync(DateTimeOffset from, DateTimeOffset? until = null, string handler = "") =>
        SendAsync(handler, ("Form.From", Text(from)), ("Form.Until", Text(until ?? from)));

    /// <summary>Sends the officer's form with these fields.</summary>
    public async Task<PortalAnswer> SendAsync(string handler, params (string Name, string Value)[] fields) =>
        await SendAsync(await Officer.GetAsync("/toezicht/controle"), handler, fields);

    /// <summary>The same from a page that was opened already.</summary>
    public async Task<PortalAnswer> SendAsync(PortalAnswer page, string handler, params (string Name, string Value)[] fields)
    {
        var token = page.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await Officer.SendAsync(HttpMethod.Post, "/toezicht/controle" + (handler.Length == 0 ? "" : "?handler=" + handler), form);
    }

    /// <summary>The decision that the portal would have come to: every trail of a test is judged again when it stops.</summary>
    private static AuditDecision Decided(AuditRecord record)
    {
        var patient = record.Patients[0].EpdId;
        List<AuditFact> facts = [new("account.agb", SomeLooks.Agb, "account", record.Time), new("patient", patient, $"Patient/{patient}/1", record.Time)];
        if (record.Decision!.Rule == "emergency")
        {
            facts.Add(new("emergency", record.Time.AddHours(1).ToString("O", CultureInfo.InvariantCulture), "emergency/x", record.Time));
        }
        else if (record.Outcome == AuditOutcome.Success)
        {
            facts.Add(new("generalPractitioner", SomeLooks.Agb, "Practitioner/gp1/3", record.Time));
        }
        return AccessDecision.Of(facts).Audit;
    }

    /// <summary>As it is typed.</summary>
    public static string Text(DateTimeOffset day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>
/// A portal before the sandbox hospital through which a doctor looked: her list, own patients with their sections, letters, prints and past, searches,
/// an emergency, and patients who are none of hers. What the hospital gave on each request is asked of it once more, so that its access log is what it really gave.
/// </summary>
public sealed class LookedThrough : IAsyncLifetime
{
    public const string Client = "zorgverlenersportaal";

    private readonly List<EpdAccess> _given = [];

    public SandboxEpd Epd { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    public IReadOnlyList<SandboxPatient> Everyone { get; private set; } = [];

    /// <summary>One for each request and patient, in the order asked; patient null for what is about nobody.</summary>
    public IReadOnlyList<EpdAccess> Given => _given;

    public async Task InitializeAsync()
    {
        Epd = await SandboxEpd.StartAsync();
        Everyone = await Epd.PatientsAsync();
        Portal = await PortalHost.StartAsync(Epd.Address);
        using var doctor = await Portal.SignInAsync(TestPki.Shared.Card());
        await LookAsync(doctor);
        var now = Portal.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        using var hospital = new HttpClient();
        foreach (var asked in await Epd.LogAsync())
        {
            var request = asked.Headers.FirstOrDefault(header => header.Key.Equals("X-Request-Id", StringComparison.OrdinalIgnoreCase)).Value;
            _given.AddRange((await PatientsAsync(hospital, asked)).DefaultIfEmpty().Select(patient => new EpdAccess(now, Client, request, patient)));
        }
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }

    /// <summary>Does a text hold the number, BSN or name of a patient?</summary>
    public bool NamesAPatient(string text) => Everyone.Any(patient => text.Contains(patient.Bsn, StringComparison.Ordinal) || text.Contains(patient.Name, StringComparison.OrdinalIgnoreCase));

    private async Task LookAsync(PortalClient doctor)
    {
        var own = Everyone.Where(patient => patient.Gps.Contains(PortalFixture.Agb)).ToList();
        var strangers = Everyone.Where(patient => patient.Gps.Contains(PortalFixture.OtherAgb) && !patient.Gps.Contains(PortalFixture.Agb)).ToList();
        var stranger = strangers[1];
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        foreach (var patient in own.Take(3))
        {
            Assert.Equal(200, (await doctor.GetAsync(Portal.PatientPath(patient.Id))).Status);
            Assert.Equal(200, (await doctor.GetAsync(Portal.PatientPath(patient.Id) + "/brieven")).Status);
        }
        var written = own.First(patient => patient.Letters.Any(letter => letter.Url.Length > 0));
        await doctor.GetAsync(Portal.LetterPath(written.Id, written.Letters.First(letter => letter.Url.Length > 0).Id));
        var path = Portal.PatientPath(written.Id);
        var page = await doctor.GetAsync(path);
        Assert.Equal(200, (await doctor.SubmitAsync(page, page.Page.QuerySelector(".zvp-head form:not([action*='handler='])")!.GetAttribute("action")!)).Status);
        Assert.Equal(200, (await doctor.SubmitAsync(await doctor.GetAsync(path + "/brieven"), path + "/brieven/zoeken", ("q", "controle"), ("pdf", "ja"))).Status);
        Assert.Equal(200, (await doctor.GetAsync($"{path}/zoals-op?op={DutchDay.Of(Portal.Clock).AddDays(-1):yyyy-MM-dd}T09:05")).Status);
        Assert.Equal(303, (await doctor.FillInAsync("/patienten/zoeken", null, Born(written))).Status);
        Assert.Equal(404, (await doctor.FillInAsync("/patienten/zoeken", null, Born(stranger))).Status);
        await OpenInEmergencyAsync(doctor, strangers[0]);
        Assert.Equal(404, (await doctor.GetAsync(Portal.PatientPath(stranger.Id))).Status);
        Assert.Equal(404, (await doctor.GetAsync(Portal.PatientPath("nobody"))).Status);
    }

    private static async Task OpenInEmergencyAsync(PortalClient doctor, SandboxPatient patient)
    {
        var opened = await EmergencyFixture.SendAsync(
            doctor, "/noodprocedure", [.. Born(patient), ("Form.Reason", "OutOfHours"), ("Form.Words", "Avonddienst: benauwd, geen overdracht"), ("Form.IsTreating", "true")]);
        Assert.Equal(303, opened.Status);
        Assert.StartsWith("/patient/", opened.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await doctor.GetAsync(opened.Location!)).Status);
    }

    private static (string, string)[] Born(SandboxPatient patient) =>
        [("Form.Bsn", patient.Bsn), ("Form.Day", patient.BirthDate[8..10]), ("Form.Month", patient.BirthDate[5..7]), ("Form.Year", patient.BirthDate[..4])];

    /// <summary>The patients in the answer.</summary>
    private async Task<IEnumerable<string>> PatientsAsync(HttpClient hospital, SandboxRequest asked)
    {
        using var request = new HttpRequestMessage(new(asked.Method), new Uri(new Uri(Epd.Address), asked.Path));
        if (asked.Form is { } form)
        {
            request.Content = new FormUrlEncodedContent(QueryHelpers.ParseQuery(form).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value!)));
        }
        using var answer = await hospital.SendAsync(request);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
        {
            return [];
        }
        var resource = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var resources = resource["resourceType"]!.ToString() == "Bundle" ? (resource["entry"] as JsonArray ?? []).Select(entry => entry!["resource"]!) : [resource];
        return [.. resources.Select(PatientOf).OfType<string>().Distinct()];
    }

    private static string? PatientOf(JsonNode resource) => resource["resourceType"]!.ToString() == "Patient"
        ? resource["id"]!.ToString()
        : (resource["subject"] ?? resource["patient"])?["reference"]?.ToString() is { } reference && reference.StartsWith("Patient/", StringComparison.Ordinal) ? reference["Patient/".Length..] : null;
}

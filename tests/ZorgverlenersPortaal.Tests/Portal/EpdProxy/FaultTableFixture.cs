using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>A portal of its own behind a proxy that makes faults, with a doctor signed in and a patient and letter that can be opened.</summary>
public sealed class FaultTableFixture : IAsyncLifetime
{
    private SandboxEpd _sandbox = null!;
    private PortalClient _doctor = null!;
    private SandboxPatient _patient = null!;
    private string _letter = "";
    private int _read;

    public FaultProxy Proxy { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxEpd.StartAsync();
        Proxy = FaultProxy.Start(_sandbox.Address);
        Portal = await PortalHost.StartAsync(
            // The clock is put forward while records are being written.
            Proxy.Address, ("Audit:WriteSeconds", "30"));
        _doctor = await Portal.SignInAsync(TestPki.Shared.Card());
        // Only letters with a relative address lie at the proxy's base.
        foreach (var patient in await _sandbox.PatientsAsync(PortalFixture.Agb))
        {
            if (patient.Letters.FirstOrDefault(l => l.CanOpen && l.Url.StartsWith("Binary/", StringComparison.Ordinal)) is { } letter
                && (await _doctor.GetAsync(Portal.PatientPath(patient.Id))).Status == 200)
            {
                (_patient, _letter) = (patient, letter.Id);
                return;
            }
        }
        throw new InvalidOperationException("The sandbox has no patient with a letter that can be opened.");
    }

    public async Task DisposeAsync()
    {
        _doctor.Dispose();
        await Portal.DisposeAsync();
        await Proxy.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    /// <summary>A session of now, and an EPD that the breaker has nothing against: its half minute is over, and so is its rest.</summary>
    public async Task FreshAsync()
    {
        Proxy.Set(_ => false, (_, _) => Task.CompletedTask);
        Portal.Clock.Advance(TimeSpan.FromSeconds(45));
        _doctor.Dispose();
        _doctor = await Portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(200, (await _doctor.GetAsync("/patienten")).Status);
        _read = Portal.Log.Lines.Count;
    }

    public PortalClient Doctor => _doctor;

    public SandboxPatient Patient => _patient;

    public string PatientPath => Portal.PatientPath(_patient.Id);

    public string LetterPath => Portal.LetterPath(_patient.Id, _letter);

    public async Task<string> ListAsync() => Seen(await _doctor.GetAsync("/patienten"), null);

    public async Task<string> SectionAsync()
    {
        var page = await _doctor.GetAsync(Portal.PatientPath(_patient.Id));
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("Geen diagnoses gevonden", page.Part("#diagnoses"), StringComparison.Ordinal);
        return Seen(page, "#diagnoses");
    }

    public async Task<string> LetterAsync()
    {
        try
        {
            using var response = await _doctor.StartAsync(Portal.LetterPath(_patient.Id, _letter));
            if (!response.IsSuccessStatusCode)
            {
                return (await PortalAnswer.ReadAsync(response)).Code;
            }
            await response.Content.CopyToAsync(Stream.Null);
            return "200";
        }
        catch (HttpRequestException)
        {
            return "cut";
        }
    }

    /// <summary>R6: whatever went wrong, no name, number or birth date.</summary>
    public void NothingOfAPatientInLogs()
    {
        foreach (var line in Portal.Log.Lines.Skip(_read))
        {
            Assert.DoesNotContain(_patient.Bsn, line, StringComparison.Ordinal);
            Assert.DoesNotContain(_patient.Name, line, StringComparison.Ordinal);
            Assert.DoesNotContain(_patient.BirthDate, line, StringComparison.Ordinal);
        }
    }

    private static string Seen(PortalAnswer page, string? part)
    {
        var words = part is null ? page.Words : page.Part(part);
        var at = words.IndexOf("ZVP-E", StringComparison.Ordinal);
        if (at >= 0)
        {
            return words.Substring(at, "ZVP-E00".Length);
        }
        return words.Contains("Niet alles is opgehaald", StringComparison.Ordinal) ? "incomplete" : "200";
    }
}

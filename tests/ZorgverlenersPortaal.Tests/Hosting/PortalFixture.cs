using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One hospital and one portal for all tests that change neither its settings nor its clock by much.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public const string Agb = "01056789";
    public const string OtherAgb = "01056790";

    public SandboxEpd Epd { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    /// <summary>Signed in as the GP of De Linde.</summary>
    public PortalClient Doctor { get; private set; } = null!;

    /// <summary>Her session, for addresses that belong to it.</summary>
    public string DoctorSession { get; private set; } = "";

    /// <summary>All patients of the hospital.</summary>
    public IReadOnlyList<SandboxPatient> Everyone { get; private set; } = [];

    /// <summary>Patients of the GP of De Linde.</summary>
    public IEnumerable<SandboxPatient> Own => Everyone.Where(patient => patient.Gps.Contains(Agb));

    /// <summary>Patients of another GP, and not of hers.</summary>
    public IEnumerable<SandboxPatient> Strangers => Everyone.Where(patient => patient.Gps.Contains(OtherAgb) && !patient.Gps.Contains(Agb));

    /// <summary>The address of a patient in the doctor's session.</summary>
    public string DoctorsPath(string patientId) => Portal.PatientPath(patientId, DoctorSession);

    public async Task InitializeAsync()
    {
        Epd = await SandboxEpd.StartAsync();
        Everyone = await Epd.PatientsAsync();
        Portal = await PortalHost.StartAsync(Epd.Address);
        Doctor = await Portal.SignInAsync(TestPki.Shared.Card());
        DoctorSession = Portal.Session();
    }

    /// <summary>R6: the lines that hold a BSN or the name of a patient.</summary>
    public IReadOnlyList<string> LinesWithPatients()
    {
        var names = Everyone.Select(patient => patient.Name).Where(name => name.Length > 0).ToArray();
        var bsns = Everyone.Select(patient => patient.Bsn).ToHashSet(StringComparer.Ordinal);
        return [.. Portal.Log.Lines.Where(line =>
            names.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase))
            || Regex.Matches(line, @"\b[0-9]{9}\b", RegexOptions.NonBacktracking).Any(match => bsns.Contains(match.Value)))];
    }

    public async Task DisposeAsync()
    {
        Doctor.Dispose();
        var leaks = LinesWithPatients();
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
        Assert.True(leaks.Count == 0, "R6: the log holds patients: " + string.Join('\n', leaks));
    }
}

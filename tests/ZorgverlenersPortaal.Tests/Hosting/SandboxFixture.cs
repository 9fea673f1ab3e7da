namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One hospital for tests that start portals of their own.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    public SandboxEpd Epd { get; private set; } = null!;

    /// <summary>A patient of the GP of De Linde, whose record can be opened.</summary>
    public SandboxPatient Patient { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Epd = await SandboxEpd.StartAsync();
        Patient = (await Epd.PatientsAsync(PortalFixture.Agb))[0];
    }

    public async Task DisposeAsync() => await Epd.DisposeAsync();
}

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>For tests of one doctor: an EPD, a portal before it, and the doctor signed in with her card; all three for one test only.</summary>
public abstract class OneDoctor<TEpd>(Func<Task<TEpd>> start, Func<TEpd, string> address) : IAsyncLifetime where TEpd : IAsyncDisposable
{
    /// <summary>The EPD, as <see cref="FillAsync"/> filled it.</summary>
    protected TEpd Epd { get; private set; } = default!;

    /// <summary>The portal.</summary>
    protected PortalHost Portal { get; private set; } = null!;

    /// <summary>Her browser.</summary>
    protected PortalClient Doctor { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Epd = await start();
        await FillAsync();
        Portal = await PortalHost.StartAsync(address(Epd));
        Doctor = await Portal.SignInAsync(TestPki.Shared.Card());
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        Doctor.Dispose();
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }

    /// <summary>Puts into the EPD what the tests are about.</summary>
    protected abstract Task FillAsync();
}

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A portal with Dezi switched on, and the issuer it trusts.</summary>
public sealed class DeziFixture : IAsyncLifetime
{
    public TestDeziIssuer Issuer { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await TestDeziIssuer.StartAsync();
        Portal = await StartPortalAsync();
    }

    /// <summary>One more portal that trusts the issuer, the caller's to dispose.</summary>
    public Task<PortalHost> StartPortalAsync(params (string Key, string Value)[] settings)
    {
        var folder = PortalHost.MakeFolder();
        return PortalHost.StartAsync(folder, "http://127.0.0.1:9/fhir", [.. Issuer.SettingsIn(folder), .. settings]);
    }

    /// <summary>Leaves for Dezi, signs in there and comes back as far as the issuer's redirect: path and query of the return.</summary>
    public async Task<string> ComeBackAsync(PortalClient client, PortalHost? portal = null)
    {
        portal ??= Portal;
        Issuer.Clock = portal.Clock;
        // The portal counts starts per minute and address, and every test has the same address.
        portal.Clock.Advance(TimeSpan.FromSeconds(3));
        var start = await client.GetAsync("/inloggen/dezi");
        Assert.Equal(303, start.Status);
        return await Issuer.VisitAsync(start.Location!);
    }

    /// <summary>The whole way, to the portal's answer to the return.</summary>
    public async Task<PortalAnswer> SignInAsync(PortalClient client, PortalHost? portal = null) => await client.GetAsync(await ComeBackAsync(client, portal));

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

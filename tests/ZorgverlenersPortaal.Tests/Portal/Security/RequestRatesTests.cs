using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>A portal of its own, with a low limit.</summary>
public sealed class RequestRatesTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Base, ("Portal:RequestsPerSecond", "5"));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Ask_FasterThanAPerson_IsRefusedInHerEverySessionAndNobodyElses()
    {
        using var fast = await _portal.SignInAsync(TestPki.Shared.Card());
        using var same = await _portal.SignInAsync(TestPki.Shared.Card());
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var refused = await UntilRefusedAsync(fast);
        Assert.Equal((429, "ZVP-N12", "1"), (refused.Status, refused.Code, refused.Header("Retry-After")));
        // Both draw from one bucket; a token may have come back meanwhile, so it is asked more than once.
        Assert.Equal(429, (await UntilRefusedAsync(same)).Status);
        Assert.Equal(200, (await other.GetAsync("/sessies")).Status);
    }

    [Fact]
    public async Task Ask_HealthAndFilesOfThePortal_AreNeverRefused()
    {
        using var anyone = _portal.Client(null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 700).Select(_ => anyone.GetAsync("/health/live")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task Ask_AddressThatFloods_IsRefusedAndWhoIsSignedInIsNot()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        using var anyone = _portal.Client(null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 1200).Select(_ => anyone.GetAsync("/status")));
        Assert.Contains(answers, answer => answer.Status == 429);
        Assert.Equal(200, (await doctor.GetAsync("/sessies")).Status);
    }

    private static async Task<PortalAnswer> UntilRefusedAsync(PortalClient client)
    {
        PortalAnswer[] answers;
        var rounds = 0;
        do
        {
            answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => client.GetAsync("/sessies")));
        }
        while (answers.All(answer => answer.Status == 200) && ++rounds < 50);
        return Assert.IsType<PortalAnswer>(answers.First(answer => answer.Status != 200));
    }
}

using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>What time does to a session. A portal of its own: its clock is put forward by hours.</summary>
public sealed class SessionTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan _almostIdle = TimeSpan.FromMinutes(14);
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private PortalHost _portal = null!;

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync(
        "http://127.0.0.1:9/fhir", ("Uzi:Revocation:MaximumAgeHours", "4"), ("Portal:SessionHours", "3"));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Session_JustUnderFifteenMinutesEachTime_LastsUntilItIsTooOld()
    {
        using var client = await _portal.SignInAsync(_card);
        for (var minutes = 14; minutes <= 3 * 60; minutes += 14)
        {
            _portal.Clock.Advance(_almostIdle);
            Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
        }

        _portal.Clock.Advance(_almostIdle);
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Session_FifteenMinutesWithoutRequest_IsOver()
    {
        using var client = await _portal.SignInAsync(_card);
        _portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        var answer = await client.GetAsync("/");
        Assert.Equal((303, "/inloggen?einde=Idle"), (answer.Status, answer.Location));
        Assert.Equal("Idle", _portal.Trail(AuditEventType.SessionEnded)[0].Detail);
        Assert.Null(client.SessionCookie);
    }

    [Fact]
    public async Task R8_CardOnANewList_IsOutAtTheNextRequest()
    {
        using var client = await _portal.SignInAsync(_card);
        var list = TestPki.Shared.Crl(TestPki.Shared.CareProviderCa, number: 2, thisUpdate: null, _card);
        await File.WriteAllBytesAsync(Path.Combine(_portal.Folder, "crl", "2.crl"), list);
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("/inloggen?einde=CardEnded", (await client.GetAsync("/")).Location);
        Assert.Equal("CardEnded", _portal.Trail(AuditEventType.SessionEnded)[0].Detail);

        var refused = await client.GetAsync("/inloggen");
        Assert.Equal((403, "ZVP-L06", "Deze pas is ingetrokken"), (refused.Status, refused.Code, refused.Part("h1")));
    }

    [Fact]
    public async Task R8_ListsTooOld_EndTheSessionAndRefuseTheNext()
    {
        // As old as the whole run besides: the lists are made when it starts.
        _portal.Clock.Advance(TimeSpan.FromHours(3.8));
        using var client = await _portal.SignInAsync(_card);
        _portal.Clock.Advance(_almostIdle);
        Assert.Equal("ZVP-L11", (await client.GetAsync("/inloggen")).Code);
    }

    [Fact]
    public async Task SignIn_CardThatExpiresDuringTheSession_EndsIt()
    {
        using var card = TestPki.Shared.Card(c => c with { NotAfter = TestPki.Shared.Now.AddHours(1) });
        _portal.Clock.Advance(TimeSpan.FromMinutes(50));
        using var client = await _portal.SignInAsync(card);
        _portal.Clock.Advance(_almostIdle);
        Assert.Equal("/inloggen?einde=CardEnded", (await client.GetAsync("/")).Location);
    }
}

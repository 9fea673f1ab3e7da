using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Who goes in with which card: staff with employee cards, doctors with doctors' cards, and nobody further than the function.</summary>
[Collection(PortalJourneys.Name)]
public sealed class StaffTests(PortalFixture fixture)
{
    private static TestPki Pki => TestPki.Shared;

    private PortalHost Portal => fixture.Portal;

    [Theory]
    [InlineData(AccountFunction.PortalAdministrator, "900032101", "/beheer/accounts")]
    [InlineData(AccountFunction.SecurityOfficer, "900032102", "/toezicht")]
    public async Task R1_Staff_SignsInAndIsRefusedEveryPageOfADoctor(AccountFunction function, string uzi, string home)
    {
        await Portal.Accounts.AddAsync(Staff(uzi, function), PortalHost.Office);
        using var client = Portal.Client(Employee(uzi));
        Assert.Equal((303, home), await StatusAsync(client, "/inloggen"));
        var session = Portal.Session(uzi);
        var patient = fixture.Own.First();

        foreach (var path in (string[])["/patienten", Portal.PatientPath(patient.Id, session), Portal.LetterPath(patient.Id, "x", session)])
        {
            var answer = await client.GetAsync(path);
            Assert.Equal((path, 403), (path, answer.Status));
            Assert.DoesNotContain(fixture.Everyone, one => one.Name.Length > 0 && answer.Text.Contains(one.Name, StringComparison.Ordinal));
            Assert.DoesNotContain("zvp-banner", answer.Text, StringComparison.Ordinal);
        }

        var records = Portal.Trail(AuditEventType.FunctionRefused).Where(record => record.Actor!.UziNumber == uzi).ToList();
        Assert.Equal(["/patient/{patient}/brief/{letter}", "patient/{handle}", "patienten"], records.Select(record => record.Detail).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Portal.Trail(), record => record.Actor?.UziNumber == uzi && record.Patients.Count > 0);
        Assert.Equal((303, home), await StatusAsync(client, "/"));
        Assert.Equal(200, (await client.GetAsync("/sessies")).Status);
    }

    [Fact]
    public async Task H022_R16_EmployeeCard_OfADoctorWithAnAccount_IsRefusedAsAnyEmployeeCard()
    {
        using var ofDoctor = Portal.Client(Employee(TestCards.Huisarts.UziNumber));
        using var ofStranger = Portal.Client(Employee("900032109"));
        var (first, second) = (await ofDoctor.GetAsync("/inloggen"), await ofStranger.GetAsync("/inloggen"));
        Assert.Equal((403, "ZVP-L08"), (first.Status, first.Code));
        Assert.Equal((403, "ZVP-L08"), (second.Status, second.Code));
        Assert.Equal(first.Part("h1") + first.Part(".zvp-steps"), second.Part("h1") + second.Part(".zvp-steps"));
    }

    [Fact]
    public async Task DoctorsCard_WithAStaffAccount_IsRefused()
    {
        await Portal.Accounts.AddAsync(Staff("900032103", AccountFunction.PortalAdministrator), PortalHost.Office);
        using var client = Portal.Client(Pki.Card(card => card with { UziNumber = "900032103", Agb = "01070103" }));
        Assert.Equal((403, "ZVP-L16"), await CodeAsync(client));
    }

    [Fact]
    public async Task Staff_BlockedDuringASession_IsOutAtOnceAndStaysOutAfterUnblocking()
    {
        await Portal.Accounts.AddAsync(Staff("900032104", AccountFunction.SecurityOfficer), PortalHost.Office);
        using var client = Portal.Client(Employee("900032104"));
        Assert.Equal(303, (await client.GetAsync("/inloggen")).Status);
        await Portal.Accounts.BlockAsync("900032104", "test", PortalHost.Office);
        await Portal.Accounts.UnblockAsync("900032104", "test", PortalHost.Office);
        Assert.Equal("/inloggen?einde=AccountEnded", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task SignOut_ByStaff_EndsTheSession()
    {
        await Portal.Accounts.AddAsync(Staff("900032105", AccountFunction.SecurityOfficer), PortalHost.Office);
        using var client = Portal.Client(Employee("900032105"));
        await client.GetAsync("/inloggen");
        Assert.Equal("/toezicht", (await client.GetAsync("/uitloggen")).Location);
    }

    [Theory]
    [InlineData("900041001", null, "ZVP-L17")]
    [InlineData("900041002", false, "ZVP-L17")]
    [InlineData("900041003", true, null)]
    public async Task PhysicianWithoutSpecialism_NeedsAConfirmedAccount(string uzi, bool? confirmed, string? code)
    {
        var card = Physician(uzi);
        if (confirmed is { } isConfirmed)
        {
            await Portal.AddAccountAsync(card, account => account with { IsConfirmedPhysician = isConfirmed });
        }
        using var client = Portal.Client(Pki.Card(card));
        Assert.Equal((code is null ? 303 : 403, code ?? ""), await CodeAsync(client));
    }

    [Fact]
    public async Task Trainee_IsRefusedWithEitherCard()
    {
        var card = Physician("900041004");
        await Portal.AddAccountAsync(card, account => account with { IsInTraining = true });
        using var physician = Portal.Client(Pki.Card(card));
        using var specialist = Portal.Client(Pki.Card(card with { Role = "01.015" }));
        Assert.Equal((403, "ZVP-L18"), await CodeAsync(physician));
        Assert.Equal((403, "ZVP-L18"), await CodeAsync(specialist));
        Assert.Equal(["InTraining", "InTraining"], (await BookAsync("900041004")).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Confirmation_PastDue_RefusesSignInAndEndsTheSession()
    {
        var card = new TestCard { UziNumber = "900041005", Agb = "01070105" };
        var almost = Portal.Clock.GetUtcNow().AddMonths(-12).AddSeconds(30);
        await Portal.AddAccountAsync(card, account => account with { ConfirmedAt = almost });
        using var client = await Portal.SignInAsync(Pki.Card(card));
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/inloggen?einde=AccountUnconfirmed", (await client.GetAsync("/patienten")).Location);
        Assert.Equal((403, "ZVP-L19"), await CodeAsync(client));
        Assert.Equal(AccountOutcome.Done, await Portal.Accounts.ConfirmAsync("900041005", PortalHost.Office));
        Assert.Equal((303, ""), await CodeAsync(client));
    }

    [Fact]
    public async Task SignIns_AreReadBackAndStrangersLeaveNone()
    {
        var card = new TestCard { UziNumber = "900041006", Agb = "01070106" };
        await Portal.AddAccountAsync(card, account => account with { Agb = AgbCode.TryRead("01070107") });
        using var certificate = Pki.Card(card);
        using var client = Portal.Client(certificate);
        using var stranger = Portal.Client(Pki.Card(TestCards.Onbekend));
        await client.GetAsync("/inloggen");
        await stranger.GetAsync("/inloggen");

        var entry = Assert.Single(await BookAsync("900041006"));
        Assert.Equal(("AgbConflict", "01070106", "127.0.0.1", certificate.SerialNumber), (entry.Outcome, entry.CardAgb, entry.Address, entry.CardSerial));
        Assert.Equal(certificate.NotAfter.ToUniversalTime(), entry.CardExpires.UtcDateTime);
        Assert.Empty(await BookAsync(TestCards.Onbekend.UziNumber));
        var conflict = Assert.Single(await Portal.Services.GetRequiredService<AgbConflicts>().ListAsync(default), one => one.UziNumbers.Contains("900041006"));
        Assert.Equal((AgbConflictKind.CardCarriesAnotherAgb, "01070107", "01070106"), (conflict.Kind, conflict.Agb, conflict.CardAgb));
    }

    private static X509Certificate2 Employee(string uzi) => Pki.Card(TestCards.Medewerker with { UziNumber = uzi, Issuer = Pki.EmployeeCa });

    private static TestCard Physician(string uzi) => new() { UziNumber = uzi, Role = "01.000", Agb = "010" + uzi[4..], Title = "Arts" };

    private static Account Staff(string uzi, AccountFunction function) => new() { UziNumber = uzi, Name = "Staff " + uzi, Function = function };

    private Task<IReadOnlyList<SignInEntry>> BookAsync(string uzi) =>
        Portal.Services.GetRequiredService<SignInBook>().LastSignInsAsync(uzi, 10, default);

    private static async Task<(int, string?)> StatusAsync(PortalClient client, string path)
    {
        var answer = await client.GetAsync(path);
        return (answer.Status, answer.Location);
    }

    private static async Task<(int, string)> CodeAsync(PortalClient client)
    {
        var answer = await client.GetAsync("/inloggen");
        return (answer.Status, answer.Status == 303 ? "" : answer.Code);
    }
}

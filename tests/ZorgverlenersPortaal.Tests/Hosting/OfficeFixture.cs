using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A portal with its office: two administrators and a security officer, each with an employee card. No EPD: nobody here asks it.</summary>
public sealed class OfficeFixture : IAsyncLifetime
{
    private static readonly TestCard _staff = TestCards.Medewerker with { Agb = "00000000", Organization = "Ziekenhuis Drechtoever" };

    private int _applicants;

    /// <summary>Portal administrator.</summary>
    public static TestCard Nadia { get; } = _staff with { UziNumber = "900032001", GivenName = "Nadia", Surname = "Karaman" };

    /// <summary>The other administrator.</summary>
    public static TestCard Willem { get; } = _staff with { UziNumber = "900032002", GivenName = "Willem", Surname = "Post" };

    /// <summary>Security officer.</summary>
    public static TestCard Esra { get; } = _staff with { UziNumber = "900032003", GivenName = "Esra", Surname = "Wacht" };

    public PortalHost Portal { get; private set; } = null!;

    /// <summary>Nadia, signed in.</summary>
    public PortalClient Office { get; private set; } = null!;

    /// <summary>Esra, signed in.</summary>
    public PortalClient Officer { get; private set; } = null!;

    public static X509Certificate2 Card(TestCard card) => TestPki.Shared.Card(card with { Issuer = TestPki.Shared.EmployeeCa });

    /// <summary>A portal with the staff's accounts.</summary>
    public static async Task<PortalHost> StartPortalAsync(params (string Key, string Value)[] settings)
    {
        var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", settings);
        await AddStaffAsync(portal, Nadia, AccountFunction.PortalAdministrator);
        await AddStaffAsync(portal, Willem, AccountFunction.PortalAdministrator);
        await AddStaffAsync(portal, Esra, AccountFunction.SecurityOfficer);
        return portal;
    }

    /// <summary>A browser that signed in with an employee card.</summary>
    public static async Task<PortalClient> SignInAsync(PortalHost portal, TestCard card, string home)
    {
        var client = portal.Client(Card(card));
        Assert.Equal(home, (await client.GetAsync("/inloggen")).Location);
        return client;
    }

    /// <summary>A faultless request of somebody new.</summary>
    public (string Name, string Value)[] Request(params (string Name, string Value)[] changes)
    {
        var number = Interlocked.Increment(ref _applicants);
        (string Name, string Value)[] usual =
        [
            ("Form.Name", $"L. Brandsma {number}"),
            ("Form.UziNumber", FormattableString.Invariant($"9000331{number:00}")),
            ("Form.Agb", FormattableString.Invariant($"010993{number:00}")),
            ("Form.BigNumber", "19012345601"),
            ("Form.Role", "huisarts"),
            ("Form.Practice", "De Rietzoom"),
            ("Form.Email", "brandsma@rietzoom.example"),
            ("Form.Phone", ""),
            ("Form.InTraining", "False"),
        ];
        return [.. usual.Select(field => changes.FirstOrDefault(change => change.Name == field.Name) is { Name: not null } change ? change : field)];
    }

    /// <summary>Sends a request in a browser of its own, and gives the code to follow it with.</summary>
    public async Task<(PortalClient Applicant, string Reference)> RequestAsync(params (string Name, string Value)[] fields)
    {
        var applicant = Portal.Client(card: null);
        var sent = await applicant.FillInAsync("/aanvragen", null, fields);
        Assert.Equal((303, "/aanvragen/verstuurd"), (sent.Status, sent.Location));
        return (applicant, (await applicant.GetAsync("/aanvragen/verstuurd")).Part(".zvp-ticket__code"));
    }

    public async Task InitializeAsync()
    {
        Portal = await StartPortalAsync();
        Office = await SignInAsync(Portal, Nadia, "/beheer/accounts");
        Officer = await SignInAsync(Portal, Esra, "/toezicht");
    }

    public async Task DisposeAsync()
    {
        Office.Dispose();
        Officer.Dispose();
        await Portal.DisposeAsync();
    }

    public static async Task AddStaffAsync(PortalHost portal, TestCard card, AccountFunction function) =>
        Assert.Equal(AccountOutcome.Done, await portal.AddAccountAsync(
            card, account => account with { Function = function, Role = null, Agb = null, Practice = null }));
}

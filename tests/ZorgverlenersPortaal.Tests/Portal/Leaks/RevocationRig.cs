using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Portal.Pages.Waarneming;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>A portal with one patient of the giver (Huisarts), and a reader (Huisarts2) who sees her by a right that can be taken away.</summary>
internal sealed class RevocationRig : IAsyncDisposable
{
    private static readonly byte[] _letter = [.. "%PDF-1.7 "u8, .. new byte[50_000]];
    private readonly EmergencyFixture _forms = new();

    private RevocationRig(ScriptedEpd epd, PortalHost portal) => (Epd, Portal) = (epd, portal);

    public ScriptedEpd Epd { get; }

    public PortalHost Portal { get; }

    /// <summary>The reader's session of the last sign-in.</summary>
    public string Session => Portal.Session(TestCards.Huisarts2.UziNumber);

    public static async Task<RevocationRig> StartAsync()
    {
        var epd = await ScriptedEpd.StartAsync();
        epd.Has(
            Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb), Some.Patient(),
            Some.Encounter(start: "2026-03-01T09:30:00+01:00"), Some.Condition(), Some.Allergy(), Some.Document());
        epd.On("Binary/b1", ScriptedAnswer.Custom(async (_, context) =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync(_letter);
        }));
        // A section that is held must not give up by itself while somebody else ends the delegation.
        return new(epd, await PortalHost.StartAsync(epd.Base, ("Epd:SectionSeconds", "60"), ("Emergency:PerDay", "100"), ("Emergency:SearchesPerQuarter", "50")));
    }

    /// <summary>The reader's one card: a session is bound to it.</summary>
    public X509Certificate2 ReaderCard { get; } = TestPki.Shared.Card(TestCards.Huisarts2);

    public Task<PortalClient> SignInReaderAsync() => Portal.SignInAsync(ReaderCard);

    public Task<PortalClient> SignInGiverAsync() => Portal.SignInAsync(TestPki.Shared.Card());

    /// <summary>Where the patient and her letter are in the reader's session.</summary>
    public string[] Paths() => [Portal.PatientPath("p1", Session), Portal.LetterPath("p1", "doc1", Session)];

    /// <summary>The giver hands her patients to the reader, who accepts.</summary>
    public async Task HandOverAsync()
    {
        var desk = Portal.Services.GetRequiredService<DelegationDesk>();
        var today = DutchDay.Of(Portal.Clock);
        Assert.Null(await desk.GiveAsync(new() { ReceiverUzi = TestCards.Huisarts2.UziNumber, FirstDay = today, LastDay = today.AddDays(7) }, Visit(TestCards.Huisarts)));
        var given = (await ReceivedAsync()).Single(one => one.State == DelegationState.AwaitingAcceptance);
        Assert.Equal(DelegationOutcome.Done, await desk.AcceptAsync(given.Id, Visit(TestCards.Huisarts2)));
    }

    /// <summary>Takes back whatever is still handed over.</summary>
    public async Task TakeBackAsync()
    {
        foreach (var one in (await ReceivedAsync()).Where(one => one.State is DelegationState.InForce or DelegationState.GiverInactive))
        {
            Assert.Equal(DelegationOutcome.Done, await Portal.Services.GetRequiredService<DelegationDesk>().EndAsync(one.Id, asGiver: true, Visit(TestCards.Huisarts)));
        }
    }

    /// <summary>The reader opens the patient in an emergency; the way to end it.</summary>
    public async Task<Func<Task>> EmergencyAsync(PortalClient reader)
    {
        var opened = await EmergencyFixture.SendAsync(reader, "/noodprocedure", _forms.Form());
        Assert.Equal(303, opened.Status);
        var page = await reader.GetAsync(opened.Location!);
        return async () => Assert.Equal(303, (await reader.SubmitAsync(page, $"/noodprocedure/{opened.Location!["/patient/".Length..]}/stoppen")).Status);
    }

    /// <summary>Presses the button that ends the delegation.</summary>
    public static async Task StopAsync(PortalClient giverOrReader) => Assert.Equal(303, (await giverOrReader.PressAsync("Stop")).Status);

    public Task BlockAsync(TestCard card) => DoneAsync(Portal.Accounts.BlockAsync(card.UziNumber, "test", PortalHost.Office));

    public Task UnblockAsync(TestCard card) => DoneAsync(Portal.Accounts.UnblockAsync(card.UziNumber, "test", PortalHost.Office));

    /// <summary>Reads an answer until this stands in it; what was read.</summary>
    public static async Task<string> ReadUntilAsync(Stream stream, string last)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (text.ToString().Contains(last, StringComparison.Ordinal))
            {
                return text.ToString();
            }
        }
        throw new InvalidOperationException("The answer ended before: " + last);
    }

    public async ValueTask DisposeAsync()
    {
        Epd.Release();
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }

    private Task<IReadOnlyList<DelegationStanding>> ReceivedAsync() => Portal.Services.GetRequiredService<ReceivedDelegations>().OfAsync(TestCards.Huisarts2.UziNumber, default);

    private static async Task DoneAsync(Task<AccountOutcome> change) => Assert.Equal(AccountOutcome.Done, await change);

    private static Visit Visit(TestCard card)
    {
        var visit = TestDossier.Visit(card.Agb);
        return visit with { Provider = visit.Provider with { UziNumber = card.UziNumber, Name = card.Surname } };
    }
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>Hostile uses by a doctor who is signed in: nothing of another doctor's patient comes out, and each look is in the trail (AnsweredLooks).</summary>
[Collection(PortalJourneys.Name)]
public sealed class LeakTests(PortalFixture fixture)
{
    private const int Looks = 150;

    private PortalHost Portal => fixture.Portal;

    private List<SandboxPatient> Strangers => [.. fixture.Strangers.Where(p => p.State == "admitted").Take(4)];

    private SandboxPatient Own => fixture.Own.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));

    [Fact]
    public async Task R3_HostileLooks_HoldNothingOfAnybodyElse()
    {
        using var other = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var others = Portal.Session(TestCards.Huisarts2.UziNumber);
        var strangers = Strangers;
        var handles = strangers
            .SelectMany(p => (string[])[Handle("patient", p.Id, fixture.DoctorSession), Handle("patient", p.Id, others), Handle("letter", p.Id, fixture.DoctorSession), Handle("list", p.Id, fixture.DoctorSession)])
            .Append(Handle("patient", Own.Id, others))
            .ToList();

        await SendAsync(HostileLooks.Of(handles, [.. strangers.Select(p => p.Id)]), strangers);
    }

    [Fact]
    public async Task R3_HostileUsesOfHerOwnPatient_GiveNobodyElse()
    {
        var strangers = Strangers;
        var looks = HostileLooks.Of([Handle("patient", Own.Id, fixture.DoctorSession)], [.. strangers.Select(p => p.Id)]);

        await SendAsync(looks, strangers);
    }

    [Fact]
    public async Task H073_PatientsOfAnotherPractice_AreAsUnknownAsNobody()
    {
        foreach (var stranger in Strangers)
        {
            var refused = await fixture.Doctor.GetAsync(Portal.PatientPath(stranger.Id, fixture.DoctorSession));
            Assert.Equal((404, "ZVP-N05"), (refused.Status, refused.Code));
            var record = Portal.Trail(AuditEventType.AccessDenied).Single(r => r.Incident == refused.Incident);
            Assert.Equal([stranger.Id], record.Patients.Select(p => p.EpdId));
        }
    }

    [Theory]
    [InlineData("../Patient/x")]
    [InlineData("x?_include=*")]
    [InlineData("x/_history")]
    [InlineData("x/$everything")]
    [InlineData("%2e%2e%2f")]
    [InlineData("%00")]
    [InlineData("%0d%0a")]
    [InlineData(";")]
    [InlineData("%5c")]
    [InlineData("%E2%88%95")]
    [InlineData("_")]
    public async Task H078_H079_AddressesThatAreNoHandle_AskTheEpdNothing(string id)
    {
        var before = (await fixture.Epd.LogAsync()).Count;
        var answer = await fixture.Doctor.GetAsync("/patient/" + id);
        Assert.Contains(answer.Status, (int[])[400, 404]);
        Assert.Equal(before, (await fixture.Epd.LogAsync()).Count);
    }

    [Fact]
    public async Task H085_HandlesOfAFormerSession_AreUnknownAfterSigningOut()
    {
        using var client = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var mine = fixture.Strangers.First(p => p.State == "admitted");
        var path = Portal.PatientPath(mine.Id, Portal.Session(TestCards.Huisarts2.UziNumber));
        Assert.Equal(200, (await client.GetAsync(path)).Status);
        await client.SignOutAsync();

        Assert.NotEqual(200, (await client.GetAsync(path)).Status);
        await client.GetAsync("/inloggen");
        Assert.Equal(404, (await client.GetAsync(path)).Status);
        Assert.Equal("no-store", (await client.GetAsync(path)).Header("Cache-Control")?.Split(',')[0]);
    }

    [Fact]
    public async Task R4_TwoPatientsInParallelTabs_NeverMix()
    {
        var patients = fixture.Own.Where(p => p.State == "admitted").Take(2).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (patients[i % 2], await fixture.Doctor.GetAsync(fixture.DoctorsPath(patients[i % 2].Id)))));

        foreach (var (patient, answer) in answers)
        {
            var other = patients.Single(p => p != patient);
            Assert.Contains(patient.Bsn[6..], answer.Part(".zvp-banner"), StringComparison.Ordinal);
            Assert.DoesNotContain(other.Name.Split(' ')[^1], answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private string Handle(string kind, string id, string session) => Portal.Services.GetRequiredService<HandleProtector>().Make(kind, session, id);

    private async Task SendAsync(Gen<HostileLook> looks, IReadOnlyList<SandboxPatient> strangers)
    {
        foreach (var look in looks.Sample(Looks))
        {
            var answer = await fixture.Doctor.SendAsync(look.Method, look.Path, null, [.. look.Headers]);
            var all = answer.Text + string.Join('\n', answer.Headers.Values);
            var leaked = strangers.SelectMany(p => (string[])[p.Name, p.Bsn, p.BirthDate]).FirstOrDefault(secret => all.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.True(leaked is null, $"{look} gave '{leaked}' with {answer.Status}");
            Assert.True(answer.Status < 500, $"{look} gave {answer.Status}");
        }
        var asked = (await fixture.Epd.LogAsync()).Where(r => strangers.Any(p => r.Path.Contains(p.Id, StringComparison.Ordinal)));
        Assert.DoesNotContain(asked, r => r.Path.Contains("patient=", StringComparison.Ordinal) && r.Headers.TryGetValue("X-Request-Id", out var id)
            && Portal.Trail(AuditEventType.AccessDenied).Any(refused => refused.RequestId == id));
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Reconciliation;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>A browser that leaves before the first byte: the EPD was asked, so the trail knows the request.</summary>
public sealed class AbandonedLooksTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(30);

    protected override Task FillAsync()
    {
        Epd.Has(Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient(), Some.Encounter());
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("patient", "Patient/p1")]
    [InlineData("list", "Encounter")]
    public async Task Leave_WhileTheEpdIsAsked_IsRecordedAndNoLookWithoutARecord(string page, string held)
    {
        var until = new TaskCompletionSource();
        Epd.Hold(held, until.Task);
        using var limit = new CancellationTokenSource(_enough);
        var browser = await Portal.SignInAsync(TestPki.Shared.Card());
        var before = Epd.Asked.Count;
        var look = browser.GetAsync(page == "list" ? "/patienten" : Portal.PatientPath("p1"));
        await Epd.UntilAskedAsync(held);
        browser.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => look);
        while (Portal.Trail(AuditEventType.LookAbandoned).Count == 0)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        until.SetResult();

        var record = Assert.Single(Portal.Trail(AuditEventType.LookAbandoned));
        Assert.Equal(("900021219", AuditOutcome.Failed, 0), (record.Actor!.UziNumber, record.Outcome, record.Patients.Count));
        var now = Portal.Clock.GetUtcNow();
        var asked = Epd.Asked.Skip(before).Where(one => one.Headers.ContainsKey("X-Request-Id")).ToList();
        Assert.NotEmpty(asked);
        var report = TrailReconciliation.Run(
            Portal.TrailStorage,
            asked.Select((one, at) => new EpdLogLine { Number = at + 1, IsPortals = true, Time = now, RequestId = one.Headers["X-Request-Id"], PatientId = "p1" }),
            now.AddDays(-1),
            now.AddDays(1));
        Assert.Equal((false, asked.Count, asked.Count), (report.IsGrave, report.Matched, report.Uncompared));
    }

    [Fact]
    public async Task Look_ThatWasAnswered_IsNotAbandoned()
    {
        Assert.Equal(200, (await Doctor.GetAsync(Portal.PatientPath("p1"))).Status);
        Assert.Equal(404, (await Doctor.GetAsync(Portal.PatientPath("p2"))).Status);
        Assert.Empty(Portal.Trail(AuditEventType.LookAbandoned));
    }
}

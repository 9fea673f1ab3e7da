using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>The list when the EPD fails. Each has a portal of its own: one that was failed often enough stops asking for a while.</summary>
[Collection(PortalJourneys.Name)]
public sealed class FailingListTests(PortalFixture fixture) : IAsyncLifetime
{
    private PortalHost _portal = null!;
    private PortalClient _doctor = null!;

    public async Task InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(fixture.Epd.Address);
        _doctor = await _portal.SignInAsync(TestPki.Shared.Card());
    }

    public async Task DisposeAsync()
    {
        _doctor.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("down503", "ZVP-E04")]
    [InlineData("html200", "ZVP-E11")]
    [InlineData("outcome200", "ZVP-E11")]
    [InlineData("truncate", "ZVP-E01")]
    [InlineData("status:401", "ZVP-E06")]
    public async Task R7_List_EpdThatFails_IsAnErrorAndNeverAnEmptyList(string kind, string code)
    {
        await using var fault = await fixture.Epd.FaultAsync(kind);
        var answer = await _doctor.GetAsync("/patienten");
        Assert.Equal((503, code, "Dit is nu niet op te halen"), (answer.Status, answer.Code, answer.Part("h1")));
        Assert.Contains("Er kunnen wel gegevens zijn.", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Geen opgenomen", answer.Words, StringComparison.Ordinal);
        var record = _portal.Trail(AuditEventType.ListFailed)[0];
        Assert.Equal((AuditOutcome.Failed, answer.Incident), (record.Outcome, record.Incident));
    }

    [Fact]
    public async Task R7_List_EpdThatHangs_EndsAtTheDeadline()
    {
        await using var fault = await fixture.Epd.FaultAsync("hang", "Practitioner");
        await fixture.Epd.ClearLogAsync();
        var asked = _doctor.GetAsync("/patienten");
        await fixture.Epd.WaitForAsync(request => request.Path.StartsWith("/fhir/Practitioner?", StringComparison.Ordinal));
        _portal.Clock.Advance(TimeSpan.FromSeconds(6));
        var answer = await asked;
        Assert.Equal((503, "ZVP-E02"), (answer.Status, answer.Code));
        Assert.Contains("binnen 5 seconden", answer.Words, StringComparison.Ordinal);
    }
}

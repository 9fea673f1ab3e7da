using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The whole BSN: only asked for, and recorded.</summary>
[Collection(PortalJourneys.Name)]
public sealed class BsnTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted");

    [Theory]
    [InlineData("")]
    [InlineData("/medicatie")]
    [InlineData("/klinische-chemie")]
    public async Task R2_Bsn_AskedFor_IsShownAndRecorded(string part)
    {
        var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + part);
        Assert.DoesNotContain(Patient.Bsn, Digits(page.Text), StringComparison.Ordinal);
        Assert.Contains(Patient.Bsn[6..], page.Part(".zvp-id"), StringComparison.Ordinal);

        var shown = await fixture.Doctor.SubmitAsync(page, page.Page.QuerySelector(".zvp-id form")!.GetAttribute("action")!);

        Assert.Equal(200, shown.Status);
        Assert.Contains(Patient.Bsn, Digits(shown.Part(".zvp-id")), StringComparison.Ordinal);
        Assert.Null(shown.Page.QuerySelector(".zvp-id form"));
        Assert.DoesNotContain(Patient.Bsn, Digits(shown.Page.Title!), StringComparison.Ordinal);
        var record = fixture.Portal.Trail(AuditEventType.BsnShown)[0];
        Assert.Equal([new AuditPatient(Patient.Id, Patient.Bsn)], record.Patients);
        Assert.Contains(fixture.Portal.Trail(AuditEventType.PatientOpened), opened => opened.RequestId == record.RequestId);
    }

    [Fact]
    public async Task R3_Bsn_OfAnotherGpsPatient_IsRefusedAndNotRecordedAsShown()
    {
        var before = fixture.Portal.Trail(AuditEventType.BsnShown).Count;
        var own = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        var token = own.Page.QuerySelector(".zvp-id input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var answer = await fixture.Doctor.SendAsync(HttpMethod.Post, fixture.DoctorsPath(fixture.Strangers.First().Id) + "?handler=bsn", content);

        Assert.Equal(404, answer.Status);
        Assert.Equal(before, fixture.Portal.Trail(AuditEventType.BsnShown).Count);
    }

    [Fact]
    public async Task R2_Bsn_TrailThatCannotBeWritten_IsNotShown()
    {
        var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        using (fixture.Portal.BreakTrail())
        {
            var answer = await fixture.Doctor.SubmitAsync(page, page.Page.QuerySelector(".zvp-id form")!.GetAttribute("action")!);
            Assert.Equal(503, answer.Status);
            Assert.DoesNotContain(Patient.Bsn, Digits(answer.Text), StringComparison.Ordinal);
        }

        // What broke is tried again after a while.
        fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, (await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id))).Status);
    }

    /// <summary>Without the spaces a number is grouped with.</summary>
    private static string Digits(string text) => string.Concat(text.Replace("&#xA0;", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)));
}

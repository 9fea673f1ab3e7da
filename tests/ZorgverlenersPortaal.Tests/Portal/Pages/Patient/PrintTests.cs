using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>A page of a record on paper.</summary>
[Collection(PortalJourneys.Name)]
public sealed class PrintTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted");

    [Theory]
    [InlineData("", "samenvatting")]
    [InlineData("/dossier", "dossier")]
    [InlineData("/brieven", "brieven")]
    public async Task R2_Print_IsAnActOfItsOwnAndSaysWhoAndWhen(string part, string name)
    {
        var address = fixture.DoctorsPath(Patient.Id) + part;
        var page = await fixture.Doctor.GetAsync(address);
        Assert.Null(page.Page.QuerySelector("[data-print-now]"));
        Assert.NotNull(page.Page.QuerySelector("[data-confidential] .zvp-printfirst"));

        var printed = await fixture.Doctor.SubmitAsync(page, page.Page.QuerySelector(".zvp-head form:not([action*='handler='])")!.GetAttribute("action")!);

        Assert.Equal(200, printed.Status);
        Assert.Contains("Hoekstra", printed.Part("[data-print-now]"), StringComparison.Ordinal);
        var record = fixture.Portal.Trail(AuditEventType.RecordPrinted)[0];
        Assert.Equal(name, record.Detail);
        Assert.Equal([new AuditPatient(Patient.Id, Patient.Bsn)], record.Patients);
        Assert.Contains(fixture.Portal.Trail(AuditEventType.PatientOpened), opened => opened.RequestId == record.RequestId);
    }

    [Fact]
    public async Task R3_Print_OfAnotherGpsPatient_IsRefusedAndNoPrint()
    {
        var prints = fixture.Portal.Trail(AuditEventType.RecordPrinted).Count;
        var own = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        var stranger = fixture.DoctorsPath(fixture.Strangers.First().Id);
        var form = own.Page.QuerySelector(".zvp-head form")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var answer = await fixture.Doctor.SendAsync(HttpMethod.Post, stranger, content);

        Assert.Equal(404, answer.Status);
        Assert.Equal(prints, fixture.Portal.Trail(AuditEventType.RecordPrinted).Count);
    }
}

using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>A record that is open in an emergency: one patient, one session, until a time, and never without the word.</summary>
public sealed class EmergencyPatientTests(EmergencyFixture fixture) : IClassFixture<EmergencyFixture>
{
    [Fact]
    public async Task Open_InAnEmergency_SaysSoAndIsRecordedAsSuch()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(404, (await client.GetAsync(fixture.Portal.PatientPath("p1"))).Status);

        var page = await client.GetAsync("/patient/" + await fixture.OpenAsync(client));

        Assert.Equal(200, page.Status);
        Assert.Contains("Noodprocedure", page.Part(".zvp-banner--emergency"), StringComparison.Ordinal);
        Assert.Contains("Toegang stopt om", page.Part(".zvp-banner"), StringComparison.Ordinal);
        var record = fixture.Portal.Trail(AuditEventType.PatientOpened)[0];
        Assert.Equal((nameof(AccessReason.Emergency), "emergency", "ETREAT"), (record.Decision!.ReasonCode, record.Decision.Rule, record.Purpose));
    }

    [Fact]
    public async Task Look_InAnEmergency_LeavesNothingOfWhatWasSeenBehind()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var page = await client.GetAsync($"/patient/{await fixture.OpenAsync(client)}/brieven");

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("keer kijken", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("laatst keek", page.Words, StringComparison.Ordinal);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(fixture.Portal.Folder, "portal.db")};Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM seen WHERE area NOT LIKE 'list %'";
        Assert.Equal(0L, count.ExecuteScalar());
    }

    [Fact]
    public async Task R8_EmergencyOfOneSession_OpensNothingInAnotherOfTheSameDoctor()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await fixture.OpenAsync(client);
        using var other = await fixture.Portal.SignInAsync(TestPki.Shared.Card());

        Assert.Equal(404, (await other.GetAsync(fixture.Portal.PatientPath("p1"))).Status);
    }

    [Fact]
    public async Task R1_EmergencyForOnePatient_OpensNoOther()
    {
        fixture.Epd.Has(Some.Patient("p2", "999900031", Some.Ref("Practitioner/gp1")));
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await fixture.OpenAsync(client);

        Assert.Equal(404, (await client.GetAsync(fixture.Portal.PatientPath("p2"))).Status);
    }

    [Fact]
    public async Task R8_EmergencyThatTheDoctorEnds_IsOverAtTheNextLook()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var handle = await fixture.OpenAsync(client);
        var page = await client.GetAsync("/patient/" + handle);
        Assert.Equal(200, page.Status);

        await client.SubmitAsync(page, $"/noodprocedure/{handle}/stoppen");

        Assert.Equal(404, (await client.GetAsync("/patient/" + handle)).Status);
    }

    [Fact]
    public async Task Open_AfterAnHour_IsOver()
    {
        await using var portal = await PortalHost.StartAsync(fixture.Epd.Base);
        using var client = await portal.SignInAsync(TestPki.Shared.Card());
        var opened = await EmergencyFixture.SendAsync(client, "/noodprocedure", fixture.Form());
        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            Assert.Equal((minutes, 200), (minutes, (await client.GetAsync(opened.Location!)).Status));
            portal.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(404, (await client.GetAsync(opened.Location!)).Status);
    }
}

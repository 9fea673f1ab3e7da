using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.CareMoments;

/// <summary>Appointments, operations and referrals as sections: fetched once, recorded first, each failing alone (R2, R4, R7).</summary>
public sealed class CareMomentSectionsTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(
            Moments.Appointment(), Moments.Procedure(), Moments.Request(), Some.Location("l1", "Poli 3"),
            Moments.Referral().With(r =>
            {
                r["requester"] = Some.Ref("Practitioner/gp1").With(p => p["display"] = "Dr. Huisarts");
                r["performerType"] = Moments.Text("Cardiologie");
                r["supportingInfo"] = new JsonArray(Some.Ref("DocumentReference/doc1"), Some.Ref("Composition/k1"));
            }));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_EachIsRecordedWithWhatItShowsAndNoMore()
    {
        var reading = await StartAsync();

        Assert.Equal("Poli 3", Assert.Single((await reading.Appointments.ShowAsync()).Content!.Soon).Place);
        Assert.Equal("Knieprothese", Assert.Single((await reading.Operations.ShowAsync()).Content!.Planned).Name);
        Assert.Equal("Cardiologie", Assert.Single((await reading.Referrals.ShowAsync()).Content!).What);

        Assert.Equal(
            ["Appointment/ap1/1", "ServiceRequest/rq1/1 Procedure/op1/1", "ServiceRequest/rf1/1"], _dossier.Records.Select(r => string.Join(' ', r.Resources)));
        Assert.All(_dossier.Records, r => Assert.Equal((AuditEventType.SectionShown, "CareMoments"), (r.Event, r.Category)));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingCanBeHad()
    {
        var reading = await StartAsync();
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Appointments.ShowAsync());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Operations.ShowAsync());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Referrals.ShowAsync());
    }

    [Fact]
    public async Task Start_Requests_AreAskedOnce()
    {
        await ShowAllAsync();

        Assert.Single(_dossier.Epd.Asked, a => a is { Type: "ServiceRequest", Id: null });
        Assert.Single(_dossier.Epd.Asked, a => a is { Type: "Appointment", Id: null });
    }

    [Fact]
    public async Task R4_AppointmentOfSeveralPatients_IsDroppedAndRecorded()
    {
        _dossier.Epd.On("Appointment", ScriptedAnswer.Bundle(Moments.Appointment("group").With(a => a["participant"]!.AsArray().Add(Moments.Actor("Patient/p9")))));

        var section = await (await StartAsync()).Appointments.ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Empty(section.Content!.Soon);
        Assert.Equal("Appointment/group", Assert.Single(_dossier.Records[1].Resources));
    }

    [Theory]
    [InlineData("Procedure")]
    [InlineData("ServiceRequest")]
    public async Task R4_StrangersOperation_IsDroppedAndTheSectionSaysSo(string type)
    {
        _dossier.Epd.On(type, ScriptedAnswer.Bundle(type == "Procedure" ? Moments.Procedure("x", "p9") : Moments.Request("x", "p9")));

        var section = await (await StartAsync()).Operations.ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.DoesNotContain(section.Content!.Done.Concat(section.Content.Planned), o => o.Source.Contains("/x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_AppointmentsFail_OperationsAndReferralsStand()
    {
        _dossier.Epd.On("Appointment", ScriptedAnswer.Status(500));
        var reading = await StartAsync();

        Assert.Equal(EpdFailure.Failing, (await reading.Appointments.ShowAsync()).Failure);
        Assert.Single((await reading.Operations.ShowAsync()).Content!.Done);
        Assert.Equal(ReferralState.Requested, Assert.Single((await reading.Referrals.ShowAsync()).Content!).State);
    }

    [Fact]
    public async Task R7_AppointmentsHang_ReferralsStillCome()
    {
        _dossier.Epd.On("Appointment", ScriptedAnswer.Hang());
        var reading = await StartAsync();
        await _dossier.Epd.UntilAskedAsync("Appointment");
        await reading.Operations.ShowAsync();
        await _dossier.Epd.UntilAskedAsync("Practitioner/gp1");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Single((await reading.Referrals.ShowAsync()).Content!);
        Assert.Equal(EpdFailure.TimedOut, (await reading.Appointments.ShowAsync()).Failure);
    }

    [Fact]
    public async Task R7_RequestsFail_NeitherPlansNorReferralsReadAsNone()
    {
        _dossier.Epd.On("ServiceRequest", ScriptedAnswer.Status(500));
        var reading = await StartAsync();

        Assert.Null((await reading.Operations.ShowAsync()).Content);
        Assert.Null((await reading.Referrals.ShowAsync()).Content);
        Assert.Single((await reading.Appointments.ShowAsync()).Content!.Soon);
    }

    [Fact]
    public async Task Read_Referral_TellsWhoAskedAndWhatCameOfIt()
    {
        _dossier.Epd.Has(Moments.Appointment().With(a => a["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/rf1"))));

        var referral = Assert.Single((await (await StartAsync()).Referrals.ShowAsync()).Content!);

        Assert.Equal((ReferralState.InTreatment, RequesterKind.Self, "Dr. Huisarts"), (referral.State, referral.RequesterKind, referral.Requester));
        Assert.Equal(("doc1", true), (Assert.Single(referral.LetterIds), referral.HasMore));
    }

    [Theory]
    [InlineData("Practitioner/other", RequesterKind.Other)]
    [InlineData("PractitionerRole/colleague", RequesterKind.OwnPractice)]
    [InlineData("PractitionerRole/own", RequesterKind.Self)]
    [InlineData("Organization/practice1", RequesterKind.OwnPractice)]
    [InlineData("Organization/elsewhere", RequesterKind.Other)]
    [InlineData("Practitioner/gone", RequesterKind.Unknown)]
    [InlineData("PractitionerRole/loop", RequesterKind.Unknown)]
    [InlineData("http://evil.example/fhir/Practitioner/gp1", RequesterKind.Unknown)]
    public async Task Read_Requester_IsSeenFromTheDoctorWhoLooks(string requester, RequesterKind kind)
    {
        _dossier.Epd.Has(
            Some.Practitioner("other", "07654321"), Some.Role("colleague", "Practitioner/other"), Some.Role("own"), Some.Patient(gp: Some.Ref("PractitionerRole/own")),
            Some.Role("loop", "PractitionerRole/loop").With(r => r.Remove("organization")),
            Moments.Referral().With(r => r["requester"] = Some.Ref(requester)));

        Assert.Equal(kind, Assert.Single((await (await StartAsync()).Referrals.ShowAsync()).Content!).RequesterKind);
    }

    [Theory]
    [InlineData("active", "Aangevraagd")]
    [InlineData("completed", "Afgerond")]
    [InlineData("revoked", "Ingetrokken of geweigerd")]
    [InlineData("on-hold", "Aangehouden")]
    [InlineData("draft", "Concept")]
    [InlineData("iets", "Status onbekend")]
    public async Task Read_ReferralStatus_IsToldInDutch(string status, string text)
    {
        _dossier.Epd.Has(Moments.Referral(status: status));

        Assert.Equal(text, Assert.Single((await (await StartAsync()).Referrals.ShowAsync()).Content!).State.Text());
    }

    [Fact]
    public async Task R10_ReferralNotToDoOrNotUnderstood_IsNoReferral()
    {
        _dossier.Epd.Has(
            Moments.Referral().With(r => r["doNotPerform"] = true),
            Moments.Referral("rf2").With(r =>
            {
                r["modifierExtension"] = Some.UnknownModifier;
                r["note"] = new JsonArray(Moments.Text("geheim"));
            }));

        var referrals = (await (await StartAsync()).Referrals.ShowAsync()).Content!.ToDictionary(r => r.Source.Split('/')[1], StringComparer.Ordinal);

        Assert.Equal("Niet verwijzen", referrals["rf1"].State.Text());
        Assert.Equal(("Verwijzing", true, 0, null), (referrals["rf2"].What, referrals["rf2"].IsNotUnderstood, referrals["rf2"].Notes.Count, referrals["rf2"].Requester));
    }

    private async Task ShowAllAsync()
    {
        var reading = await StartAsync();
        await reading.Appointments.ShowAsync();
        await reading.Operations.ShowAsync();
        await reading.Referrals.ShowAsync();
    }

    private async Task<CareMomentReading> StartAsync() => _dossier.Reader.StartCareMoments(await _dossier.GrantAsync(), default);
}

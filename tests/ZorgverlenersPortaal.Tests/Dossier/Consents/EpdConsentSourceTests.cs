using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>Privacy Consents of the EPD keep the contract, and what is not understood is never "may be seen".</summary>
public sealed class EpdConsentSourceTests : ConsentSourceContract, IAsyncLifetime
{
    private TestDossier _dossier = null!;
    private PatientGrant _probe = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Consent("directive"), Some.Practitioner("gp9", Another));
        _probe = await _dossier.GrantAsync();
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("Practitioner/gp1", "Objection")]
    [InlineData("Practitioner/gp9", "NoObjection")]
    [InlineData("Organization/practice1", "Objection")]
    [InlineData("RelatedPerson/r1", "NoObjection")]
    [InlineData("CareTeam/t1", "NotUnderstood")]
    [InlineData("Practitioner/unknown", "NotUnderstood")]
    public async Task Ask_DenialOfAnActor_IsAnObjectionOnlyForHer(string actor, string standing)
    {
        _dossier.Epd.Has(Some.Organization(), Privacy("deny", Some.Ref(actor)));
        Assert.Equal(standing, await AskAsync());
    }

    [Fact]
    public async Task R10_Ask_DenialOfAnActorWithoutAgb_IsNotUnderstood()
    {
        _dossier.Epd.Has(Some.Practitioner("gp8", agb: null), Privacy("deny", Some.Ref("Practitioner/gp8")));
        Assert.Equal("NotUnderstood", await AskAsync());
    }

    [Fact]
    public async Task Ask_DenialOfAnActorWhomTheEpdDoesNotGive_IsUnknown()
    {
        _dossier.Epd.Has(Privacy("deny", Some.Ref("Practitioner/gp9")));
        _dossier.Epd.On("Practitioner/gp9", ScriptedAnswer.Status(500));
        Assert.Equal("Unknown", await AskAsync());
    }

    [Fact]
    public async Task Ask_ObjectionBesideAnUnclearOne_IsAnObjection()
    {
        _dossier.Epd.Has(Privacy("deny", Some.Ref("CareTeam/t1")), Privacy("deny").With(c => c["id"] = "privacy2"));
        Assert.Equal("Objection", await AskAsync());
    }

    [Fact]
    public async Task Ask_EpdHangs_IsUnknownAfterHalfOfTheDeadline()
    {
        _dossier.Epd.On("Consent", ScriptedAnswer.Hang());
        var asking = AskAsync();
        await _dossier.Epd.UntilAskedAsync("Consent");
        _dossier.Clock.Advance(TimeSpan.FromSeconds(2.5));
        Assert.Equal("Unknown", await asking);
    }

    [Fact]
    public async Task Ask_AnswerThatMayBeCut_IsUnknown()
    {
        _dossier.Epd.On("Consent", ScriptedAnswer.Json(Some.Bundle(Some.Consent(), Some.Outcome("warning"))));
        Assert.Equal("Unknown", await AskAsync());
    }

    protected override async Task<string> AskAsync(CancellationToken cancellation = default)
    {
        var source = new EpdConsentSource(_dossier.Get<IEpd>(), _dossier.Get<DenialActors>(), _dossier.Get<EpdOptions>(), _dossier.Clock);
        var practice = TestDossier.Visit().Provider with { PracticeAgb = AgbCode.TryRead(Own) };
        return (await source.AskAsync(new(_probe, Some.Patient().As<Patient>(), practice), cancellation)).Standing.ToString();
    }

    protected override Task ObjectAsync(string? against)
    {
        _dossier.Epd.Has(against is null ? Privacy("deny") : Privacy("deny", Some.Known(against, "Practitioner")));
        return Task.CompletedTask;
    }

    protected override Task WithdrawAsync()
    {
        _dossier.Epd.Forget("Consent/privacy");
        return Task.CompletedTask;
    }

    protected override Task BreakAsync()
    {
        _dossier.Epd.On("Consent", ScriptedAnswer.Status(500));
        return Task.CompletedTask;
    }

    private static JsonObject Privacy(string type, JsonObject? actor = null) => PrivacyConsentTests.Privacy(type).With(consent =>
    {
        if (actor is not null)
        {
            consent["provision"]!["actor"] = new JsonArray(new JsonObject { ["role"] = Some.Concept("http://x.example", "PRCP"), ["reference"] = actor });
        }
    });
}

using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.TreatmentRelations;

/// <summary>Two records for one BSN: treatment limitations may lie in the other one, so the banner never says "geen" (R7).</summary>
public sealed class SecondRecordTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Open_OneRecord_MayBeCalledComplete()
    {
        var (banner, _) = await BannerAsync();

        Assert.Equal(DirectiveState.NoneFound, banner.Directives.State);
        Assert.False(banner.HasSecondRecord);
    }

    [Theory]
    [InlineData(Some.BsnSystem, "999900018")]
    [InlineData("urn:oid:2.16.840.1.113883.2.4.6.3", "999900018")]
    public async Task R7_AnotherRecordWithTheSameBsn_IsToldAndNeverNone(string system, string bsn)
    {
        _dossier.Epd.Has(Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")).With(p => p["identifier"] = new JsonArray(Some.Identifier(system, bsn))));

        var (banner, mayMiss) = await BannerAsync();

        Assert.True(banner.HasSecondRecord);
        Assert.True(mayMiss);
        Assert.Equal(DirectiveState.Incomplete, banner.Directives.State);
    }

    [Fact]
    public async Task Open_RecordMergedIntoThisOne_IsNoSecond()
    {
        _dossier.Epd.Has(Some.Patient("p2").With(p => p["link"] = new JsonArray(new JsonObject { ["type"] = "replaced-by", ["other"] = Some.Ref("Patient/p1") })));

        Assert.False((await BannerAsync()).Banner.HasSecondRecord);
    }

    public static TheoryData<string, ScriptedAnswer> Unsure => new()
    {
        { "refused", ScriptedAnswer.Status(405) },
        { "failing", ScriptedAnswer.Status(500) },
        { "HTML", ScriptedAnswer.Text("<html>") },
        { "finds nobody, not even her", ScriptedAnswer.Bundle() },
        { "with a warning", ScriptedAnswer.Bundle(Some.Patient(), Some.Outcome("warning", "processing")) },
        { "with an error", ScriptedAnswer.Bundle(Some.Patient(), Some.Outcome()) },
        { "more pages", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Patient()), ("next", "Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900018&page=2"))) },
    };

    [Theory]
    [MemberData(nameof(Unsure))]
    public async Task R7_SearchByBsnThatCannotTell_OpensButNeverSaysNone(string how, ScriptedAnswer answer)
    {
        _dossier.Epd.On("Patient", answer);

        var (banner, mayMiss) = await BannerAsync();

        Assert.True(mayMiss, how);
        Assert.False(banner.HasSecondRecord);
        Assert.Equal(DirectiveState.Incomplete, banner.Directives.State);
    }

    [Fact]
    public async Task R7_SearchByBsnThatHangs_OpensAfterTheDeadlineButNeverSaysNone()
    {
        _dossier.Epd.Has(Some.Patient("p1", gp: Some.Known(Some.Agb)));
        _dossier.Epd.On("Patient", ScriptedAnswer.Hang());
        var opening = _dossier.OpenAsync();
        await _dossier.Epd.UntilAskedAsync("Patient");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True((await opening).Grant?.MayMissDirectives);
    }

    [Fact]
    public async Task R12_Bsn_TravelsInTheBodyOnly()
    {
        await BannerAsync();

        var search = Assert.Single(_dossier.Epd.Asked, a => a.Path == "Patient/_search");
        Assert.Equal("POST", search.Method);
        Assert.Equal("application/x-www-form-urlencoded", search.Headers["Content-Type"]);
        Assert.Contains("999900018", search.Body, StringComparison.Ordinal);
        NoBsnOutsideBodies();
    }

    [Fact]
    public async Task R6_NextLinkThatHoldsTheBsn_IsNotFollowed()
    {
        _dossier.Epd.On("Patient", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Patient()), ("next", "Patient?identifier=999900018&page=2"))));

        await BannerAsync();

        NoBsnOutsideBodies();
    }

    [Fact]
    public async Task R12_BsnSearchByGet_IsAVisibleLoosening()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync(o => o.BsnSearch = "Get");

        await dossier.GrantAsync();

        Assert.DoesNotContain(dossier.Epd.Asked, a => a.Method == "POST");
        Assert.Contains(dossier.Epd.Asked, a => a.Query.Contains("999900018", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_WithoutBsn_AsksNoSearch()
    {
        _dossier.Epd.Has(Some.Patient("p1", bsn: null));

        Assert.False((await _dossier.GrantAsync()).MayMissDirectives);
        Assert.DoesNotContain(_dossier.Epd.Asked, a => a.Path == "Patient/_search");
    }

    private void NoBsnOutsideBodies() => Assert.All(_dossier.Epd.Asked, a =>
    {
        Assert.DoesNotContain("999900018", a.Line, StringComparison.Ordinal);
        Assert.DoesNotContain("999900018", string.Join('|', a.Headers.Values), StringComparison.Ordinal);
    });

    private async Task<(PatientBanner Banner, bool MayMiss)> BannerAsync()
    {
        var grant = await _dossier.GrantAsync();
        return (await _dossier.Reader.OpenAsync(_dossier.Reader.Start(grant, default)), grant.MayMissDirectives);
    }
}

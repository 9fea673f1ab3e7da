using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Review;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Review;

/// <summary>Versions read again by their number: the very ones, or named as missing with why.</summary>
public sealed class ReviewReaderTests : IAsyncLifetime
{
    private const string Stored = "2026-01-10T10:00:00Z";
    private const string ConfidentialitySystem = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    private IEpd Epd => _portal.Services.GetRequiredService<IEpd>();

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        Can("vread");
        _portal = await OfficeFixture.StartPortalAsync(("Epd:BaseAddress", _epd.Base));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Read_VersionsOfThePatient_AreGivenInTheRecordsOrder()
    {
        Has(Some.Consent(), "1");
        Has(Some.Condition().With(c => c["verificationStatus"] = Some.Concept("x", "entered-in-error")), "2");

        var again = await ReadAsync("Condition/d1/2", "Consent/c1/1");

        Assert.Equal([("Condition/d1/2", "Hartfalen"), ("Consent/c1/1", "Niet reanimeren")], again.Items.Select(i => (i.Reference, i.Title)));
        Assert.Equal(("Let op", "als fout ingevoerd"), again.Items[0].Facts[0]);
        Assert.Empty(again.Missing);
    }

    [Fact]
    public async Task R10_VersionThatIsNotUnderstood_TellsItsKindOnly()
    {
        Has(Some.Condition(text: "Hartfalen").With(c => c["modifierExtension"] = Some.UnknownModifier), "1");
        var item = Assert.Single((await ReadAsync("Condition/d1/1")).Items);
        Assert.Equal(("Kan niet veilig worden weergegeven", 0), (item.Title, item.Facts.Count));
    }

    [Fact]
    public async Task R4_ServerThatIgnoresTheVersion_GivesNothing()
    {
        _epd.On("Condition/d1/_history/1", ScriptedAnswer.Json(Some.Condition().Version("2", Stored)));
        Assert.Equal(new MissingItem("Condition/d1/1", MissingReason.NotThere), Assert.Single((await ReadAsync("Condition/d1/1")).Missing));
        Assert.DoesNotContain(Records(), r => r.Event == AuditEventType.ForeignResourceDropped);
    }

    [Fact]
    public async Task R4_VersionOfAnotherPatient_IsMissingAndAnIncident()
    {
        _epd.On("Condition/d1/_history/1", ScriptedAnswer.Json(Some.Condition(patient: "p9").Version("1", Stored)));
        var again = await ReadAsync("Condition/d1/1");
        Assert.Empty(again.Items);
        var incident = Assert.Single(Records(), r => r.Event == AuditEventType.ForeignResourceDropped);
        Assert.Equal(("Condition/d1/1", "p1"), (Assert.Single(incident.Resources), Assert.Single(incident.Patients).EpdId));
    }

    [Theory]
    [InlineData("V", 0)]
    [InlineData("R", 1)]
    public async Task Label_ThatClosesAlways_IsNotShownToAnOfficerEither(string code, int shown)
    {
        Has(Some.Condition().Version("1", Stored).Labelled((ConfidentialitySystem, code)), null);
        Assert.Equal(shown, (await ReadAsync("Condition/d1/1")).Items.Count);
    }

    [Fact]
    public async Task R7_EpdWithoutVersions_IsNotAskedAndThatIsSaid()
    {
        Can("read", "history-instance");
        await _portal.Services.GetRequiredService<EpdCapabilities>().RefreshAsync(default);
        Assert.Equal(MissingReason.NotKept, Assert.Single((await ReadAsync("Condition/d1/1")).Missing).Why);
        Assert.DoesNotContain(_epd.Lines, line => line.Contains("_history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_WhatHasNoVersionOrIsTooMuch_IsNamed()
    {
        string[] many = [.. Enumerable.Range(0, ReviewReader.Most).Select(i => FormattableString.Invariant($"Condition/d{i}/1"))];
        var again = await ReadAsync(["Binary/b1", .. many]);
        Assert.Equal(MissingReason.NoVersion, again.Missing[0].Why);
        Assert.Equal((many[^1], MissingReason.TooMany), (again.Missing[^1].Reference, again.Missing[^1].Why));
        Assert.Equal(ReviewReader.Most - 1, again.Missing.Count(m => m.Why == MissingReason.NotThere));
        Assert.Equal(FormattableString.Invariant($"missing:{ReviewReader.Most + 1}"), Assert.Single(Records(), r => r.Event == AuditEventType.VersionsReviewed).Detail);
    }

    [Fact]
    public async Task R1_Grant_ReadsNothingOutsideTheRecordsList()
    {
        Has(Some.Condition(), "1");
        var grant = await GrantAsync("Condition/d1/1", "Patient/p1/1");
        EpdQuery[] outside =
        [
            EpdQuery.ReadVersion("Condition", "d1", "2"), EpdQuery.ReadVersion("Condition", "d2", "1"), EpdQuery.ReadVersion("Consent", "d1", "1"),
            EpdQuery.History("Condition", "d1"), EpdQuery.Read("Condition", "d1"), EpdQuery.Read("Patient", "p1"), EpdQuery.Read("Practitioner", "gp1"),
        ];
        foreach (var query in outside)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Epd.ReadAsync<Resource>(grant, query, default));
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => Epd.SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Epd.VersionAtAsync(grant, EpdQuery.History("Condition", "d1"), "1", DateTimeOffset.UnixEpoch, default));
        Assert.DoesNotContain(_epd.Lines, line => line != "GET metadata");
    }

    [Fact]
    public async Task R1_RecordOfAnIncident_GivesNoGrant()
    {
        // Its resources are those of others: to show them would be the leak that it records.
        var place = await AppendAsync(AuditEventType.ForeignResourceDropped, "Condition/d9/1");
        var (seen, grant) = await OpenAsync(place);
        Assert.NotNull(seen);
        Assert.Null(grant);
    }

    private async Task<SeenAgain> ReadAsync(params string[] resources) =>
        await _portal.Services.GetRequiredService<ReviewReader>().ReadAsync(await GrantAsync(resources), default);

    private async Task<ReviewGrant> GrantAsync(params string[] resources) => (await OpenAsync(await AppendAsync(AuditEventType.SectionShown, resources))).Grant!;

    private Task<(StoredAuditRecord? Seen, ReviewGrant? Grant)> OpenAsync(AuditPlaceAsked place) =>
        _portal.Services.GetRequiredService<ReviewDesk>().OpenAsync(Officer(), place, "Vraag van de patiënt", default);

    private async Task<AuditPlaceAsked> AppendAsync(AuditEventType type, params string[] resources)
    {
        await _portal.Services.GetRequiredService<AuditTrail>().AppendAsync(
            Officer().Acting(type, AuditOutcome.Success, _portal.Clock.GetUtcNow()) with
            {
                Patients = [new("p1", "999900018")],
                Resources = resources,
                Decision = AccessDecision.Of().Audit,
            },
            default);
        var stored = AuditReader.Read(AuditStorage.InFolder(_portal.TrailFolder), new() { Limit = 100 }).First(s => s.Record.Event == type);
        return new(stored.Node, stored.Sequence);
    }

    private IEnumerable<AuditRecord> Records() => _portal.Trail();

    private void Has(JsonObject resource, string? version)
    {
        if (version is not null)
        {
            resource.Version(version, Stored);
        }
        _epd.On($"{resource["resourceType"]}/{resource["id"]}/_history/{resource["meta"]!["versionId"]}", ScriptedAnswer.Json(resource));
    }

    private void Can(params string[] interactions) => _epd.On("metadata", ScriptedAnswer.Json(SomePast.Statement(interactions)));

    private static StaffVisit Officer() => new()
    {
        Member = new("900032003", "E. Wacht", AccountFunction.SecurityOfficer, "00.000", "90000300"),
        SessionReference = "session-1",
        RequestId = "request-review",
        Incident = "K7M2",
        CardSerial = null,
        CardIssuer = null,
    };
}

using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Who keeps her record closed stands on no list, and the list says nothing of it.</summary>
public sealed class ListWishesTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Encounter());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task List_PatientWithoutAnObjection_StandsOnIt() => Assert.Single((await _dossier.ReadListAsync()).Admitted);

    [Fact]
    public async Task List_PatientWhoObjectsInTheEpd_StandsOnNoList()
    {
        _dossier.Epd.Has(Some.Consent().With(c =>
        {
            c["scope"] = Some.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy");
            c["category"] = new JsonArray(Some.Concept("http://loinc.org", "59284-0"));
            c["provision"] = new JsonObject { ["type"] = "deny" };
        }));

        var list = await _dossier.ReadListAsync();

        Assert.Empty(list.Admitted);
        Assert.False(list.IsIncomplete);
        Assert.Empty(_dossier.Records[^1].Patients);
    }

    [Theory]
    [InlineData(ProtectionKind.PatientWish)]
    [InlineData(ProtectionKind.OwnStaff)]
    public async Task List_PatientOnTheHospitalsOwnList_StandsOnNoList(ProtectionKind kind)
    {
        var by = ZorgverlenersPortaal.Dossier.Accounts.ChangedBy.Command("test", "request-office");
        Assert.Equal(ProtectionOutcome.Done, await _dossier.Get<PatientProtections>().AddAsync(new() { Kind = kind, PatientId = "p1", Reason = "test" }, by));

        Assert.Empty((await _dossier.ReadListAsync()).Admitted);
    }
}

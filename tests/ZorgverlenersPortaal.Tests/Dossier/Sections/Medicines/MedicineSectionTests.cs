using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>Medication as a section: recorded first, strangers dropped, failures told (R2, R4, R7).</summary>
public sealed class MedicineSectionTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Referring(), MedicineReaderTests.Product("m1", "Naproxen 500"), MedicineReaderTests.Use());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_IsRecordedWithProductsAndAll()
    {
        var section = await ShowAsync();

        Assert.False(section.IsIncomplete);
        Assert.Contains(section.Content!.Current, m => m.Name == "Naproxen 500");
        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.SectionShown, "Medication"), (record.Event, record.Category));
        Assert.Equal(["Medication/m1/4", "MedicationRequest/ma1/1", "MedicationStatement/mgb1"], record.Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingCanBeHad()
    {
        var pending = _dossier.Reader.ReadMedication(await _dossier.GrantAsync(), default);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => pending.ShowAsync());
    }

    [Fact]
    public async Task R4_StrangersMedication_IsDroppedAndTheSectionSaysSo()
    {
        _dossier.Epd.On("MedicationRequest", ScriptedAnswer.Bundle(SomeMedicine.Agreement("x").With(m => m["subject"] = Some.Ref("Patient/p9"))));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete && section.Content!.MayMissSome);
        Assert.DoesNotContain(section.Content.All, m => m.Source.Contains("/x", StringComparison.Ordinal));
        Assert.Equal(["MedicationRequest/x"], section.Strangers);
    }

    [Theory]
    [InlineData("MedicationRequest")]
    [InlineData("MedicationStatement")]
    [InlineData("MedicationDispense")]
    [InlineData("MedicationAdministration")]
    public async Task R7_OneKindFails_TheRestStandsAndItIsNamed(string type)
    {
        _dossier.Epd.On(type, ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete && section.Content!.MayMissSome);
        Assert.Equal([type], section.Content.Failures.Keys);
        Assert.NotEmpty(section.Content.All);
    }

    [Fact]
    public async Task Read_FewerSources_AsksOnlyThose()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync(sections: new() { Medication = new() { Sources = { "MedicationRequest" } } });

        await dossier.Reader.ReadMedication(await dossier.GrantAsync(), default).ShowAsync();

        Assert.Equal(["MedicationRequest"], dossier.Epd.Asked.Select(a => a.Type).Where(t => t.StartsWith("Medication", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task R7_EverythingFails_IsAFailureAndNoEmptyList()
    {
        foreach (var type in new[] { "MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration" })
        {
            _dossier.Epd.On(type, ScriptedAnswer.Status(500));
        }

        var section = await ShowAsync();

        Assert.Null(section.Content);
        Assert.NotNull(section.Failure);
    }

    [Fact]
    public async Task R7_ProductsFail_NamesAreUnknownAndTheSectionIsIncomplete()
    {
        _dossier.Epd.On("Medication", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Contains(section.Content!.Current, m => m is { Name: MedicineProducts.UnknownName, IsNameUnknown: true });
        Assert.Equal(["Medication"], section.Content.Failures.Keys);
    }

    [Fact]
    public async Task Read_ProductsThatComeAlong_AreNotAskedAgain()
    {
        _dossier.Epd.On("MedicationRequest", ScriptedAnswer.Bundle(Referring(), MedicineReaderTests.Product("m1", "Naproxen 500")));

        await ShowAsync();

        Assert.DoesNotContain(_dossier.Epd.Asked, a => a.Type == "Medication");
    }

    [Fact]
    public async Task R7_NothingFound_IsAListWithoutItemsAndATime()
    {
        foreach (var type in new[] { "MedicationRequest", "MedicationStatement" })
        {
            _dossier.Epd.On(type, ScriptedAnswer.Bundle());
        }

        var section = await ShowAsync();

        Assert.True(section.Content!.IsEmpty);
        Assert.Equal((false, _dossier.Clock.GetUtcNow()), (section.IsIncomplete, section.Content.FetchedAt));
    }

    [Fact]
    public async Task R7_AdministrationsAreCut_TheSectionSaysSo()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync(sections: new() { Medication = new() { MaximumAdministrations = 1 } });
        var day = dossier.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        dossier.Epd.Has(MedicineReaderTests.Administration("a1", day), MedicineReaderTests.Administration("a2", day), MedicineReaderTests.Administration("old", "2001-01-01"));

        var section = await dossier.Reader.ReadMedication(await dossier.GrantAsync(), default).ShowAsync();

        Assert.True(section.IsIncomplete && section.Content!.IsAdministeredCut);
        Assert.Single(section.Content.Administered);
    }

    private static JsonObject Referring() =>
        SomeMedicine.Agreement().With(m => m.Remove("medicationCodeableConcept")).With(m => m["medicationReference"] = Some.Ref("Medication/m1")).With(m => m["status"] = "active");

    private async Task<Section<MedicineOverview>> ShowAsync() => await _dossier.Reader.ReadMedication(await _dossier.GrantAsync(), default).ShowAsync();
}

using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Labels in the sections that a doctor gets: what is closed is not there, and nothing tells that it was.</summary>
public sealed class SensitivityFilterTests : IAsyncLifetime
{
    private const string V3 = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("R")]
    [InlineData("V")]
    public async Task Read_ALabelledPart_IsNotInTheSectionNorInTheTrail(string label)
    {
        _dossier.Epd.Has(Some.Condition(), Some.Condition("d2", text: "Geheim").Labelled((V3, label)));

        var section = await (await StartAsync()).Diagnoses.ShowAsync();

        Assert.Equal("Hartfalen", Assert.Single(section.Content!).Name);
        Assert.Equal(["Condition/d1/1"], section.Resources);
        Assert.DoesNotContain(_dossier.Records, record => record.Resources.Any(r => r.Contains("d2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Read_NothingOrOnlyLabelledParts_ReadsTheSame()
    {
        var empty = await (await StartAsync()).Diagnoses.ShowAsync();
        _dossier.Epd.Has(Some.Condition().Labelled((V3, "V")));
        var hidden = await (await StartAsync()).Diagnoses.ShowAsync();

        Assert.Equal((0, empty.IsIncomplete, empty.Failure), (hidden.Content!.Count, hidden.IsIncomplete, hidden.Failure));
        Assert.Empty(hidden.Strangers);
    }

    [Fact]
    public async Task R7_Label_OnDirectiveAndAllergy_IsNeverHidden()
    {
        _dossier.Epd.Has(Some.Consent().Labelled((V3, "V")), Some.Allergy().Labelled((V3, "V")));
        var reading = await StartAsync();

        Assert.Equal(DirectiveState.Recorded, (await _dossier.Reader.OpenAsync(reading)).Directives.State);
        Assert.Single((await reading.Directives.ShowAsync()).Content!);
        Assert.Single((await reading.Allergies.ShowAsync()).Content!);
    }

    [Fact]
    public async Task Read_LabelledAdmission_IsNotOnTheList()
    {
        _dossier.Epd.Has(Some.Encounter());
        Assert.Single((await _dossier.ReadListAsync()).Admitted);
        _dossier.Epd.Has(Some.Encounter().Labelled((V3, "V")));

        Assert.Empty((await _dossier.ReadListAsync()).Admitted);
    }

    [Fact]
    public async Task Open_ALabelledLetter_IsNotThere()
    {
        _dossier.Epd.Has(Some.Document(), Some.Document("doc2").Labelled((V3, "R")));
        var grant = await _dossier.GrantAsync();

        Assert.NotNull(await _dossier.Get<LetterReader>().OpenAsync(grant, "doc1", default));
        Assert.Null(await _dossier.Get<LetterReader>().OpenAsync(grant, "doc2", default));
    }

    [Fact]
    public async Task Decide_ALabelledPractitioner_StillProvesTheRelation()
    {
        _dossier.Epd.Has(Some.Practitioner().Labelled((V3, "V")), Some.Patient().Labelled((V3, "R")));

        Assert.NotNull((await _dossier.OpenAsync()).Grant);
    }

    private async Task<DossierReading> StartAsync() => _dossier.Reader.Start(await _dossier.GrantAsync(), default);
}

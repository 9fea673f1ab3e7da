using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

public sealed class EpdOptionsTests
{
    [Fact]
    public void R13_Faults_OfSensibleOptions_AreNone()
    {
        Assert.Empty(Options().Faults());
        Assert.Empty(new EpdOptions { BaseAddress = "http://localhost:8080/fhir/r4/" }.Faults());
    }

    public static TheoryData<string, Action<EpdOptions>> Wrong => new()
    {
        { "Epd:BaseAddress", o => o.BaseAddress = "" },
        { "Epd:BaseAddress", o => o.BaseAddress = "/fhir" },
        { "Epd:BaseAddress", o => o.BaseAddress = "ftp://epd.example/fhir" },
        { "Epd:BaseAddress", o => o.BaseAddress = "https://epd.example/fhir?x=1" },
        { "Epd:BaseAddress", o => o.BaseAddress = "https://epd.example/fhir#x" },
        { "Epd:BaseAddress", o => o.BaseAddress = "https://user:secret@epd.example/fhir" },
        { "Epd:Authentication", o => o.Authentication = "Smart" },
        { "Epd:SectionSeconds", o => o.SectionSeconds = 0 },
        { "Epd:SectionSeconds", o => o.SectionSeconds = 61 },
        { "Epd:SectionSeconds", o => o.SectionSeconds = double.NaN },
        { "Epd:AttemptSeconds", o => o.AttemptSeconds = 5 },
        { "Epd:AttemptSeconds", o => o.AttemptSeconds = 0 },
        { "Epd:AttemptSeconds", o => o.AttemptSeconds = double.NaN },
        { "Epd:SlowSeconds", o => o.SlowSeconds = 0 },
        { "Epd:SlowSeconds", o => o.SlowSeconds = double.NaN },
        { "Epd:DischargedDays", o => o.DischargedDays = -1 },
        { "Epd:DischargedDays", o => o.DischargedDays = 366 },
        { "Epd:MaximumPages", o => o.MaximumPages = 0 },
        { "Epd:MaximumItems", o => o.MaximumItems = 0 },
        { "Epd:MaximumSearchBytes", o => o.MaximumSearchBytes = 0 },
        { "Epd:PagingSeconds", o => o.PagingSeconds = 5.1 },
        { "Epd:PagingSeconds", o => o.PagingSeconds = double.NaN },
        { "Epd:PatientSearch", o => o.PatientSearch = "auto" },
        { "Epd:PatientSearch", o => o.PatientSearch = "1" },
        { "Epd:MaximumBytes", o => o.MaximumBytes = 1023 },
        { "Epd:MaximumBytes", o => o.MaximumBytes = int.MaxValue },
        { "Epd:Concurrency", o => o.Concurrency = 0 },
        { "Epd:Concurrency", o => o.Concurrency = int.MaxValue },
        { "Epd:PageSize", o => o.PageSize = 0 },
        { "Epd:BsnSearch", o => o.BsnSearch = "Put" },
        { "Epd:AdmissionClasses", o => o.AdmissionClasses.Add("IMP,AMB") },
        { "Epd:AdmissionClasses", o => o.AdmissionClasses.Add("") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void R13_Faults_OfOneWrongSetting_NameOnlyItsKey(string key, Action<EpdOptions> spoil)
    {
        var options = Options();
        spoil(options);

        Assert.StartsWith(key + " ", Assert.Single(options.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Faults_OfAllWrongSettings_AreToldAtOnce()
    {
        var options = new EpdOptions { Authentication = "?", SectionSeconds = -1, DischargedDays = -1, PageSize = 0, BsnSearch = "" };

        Assert.Equal(6, options.Faults().Count());
    }

    [Fact]
    public void R6_Faults_OfAnAddressWithAPassword_DoNotRepeatIt() =>
        Assert.DoesNotContain("secret", string.Concat(new EpdOptions { BaseAddress = "https://user:secret@epd.example" }.Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://epd.example/fhir", "https://epd.example/fhir/")]
    [InlineData("https://epd.example/fhir/", "https://epd.example/fhir/")]
    [InlineData("https://epd.example", "https://epd.example/")]
    public void Base_WithOrWithoutSlash_EndsWithOne(string address, string expected) =>
        Assert.Equal(expected, new EpdOptions { BaseAddress = address }.Base.AbsoluteUri);

    [Fact]
    public void Classes_WhenNoneAreConfigured_AreTheInpatientOnes()
    {
        Assert.Equal(["IMP", "ACUTE", "NONAC"], Options().Classes);
        Assert.Equal(["SS"], new EpdOptions { AdmissionClasses = ["SS"] }.Classes);
    }

    private static EpdOptions Options() => new() { BaseAddress = "https://epd.example/fhir" };
}

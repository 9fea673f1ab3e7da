using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

public sealed class SectionOptionsTests
{
    private static readonly LetterClockOptions _otherClock = new() { Kinds = { LetterOptions.OtherKind } };

    public static TheoryData<string, SectionOptions> Wrong => new()
    {
        { "CareMoments:SoonDays", new() { CareMoments = new() { SoonDays = 0 } } },
        { "CareMoments:SurgeryCodes", new() { CareMoments = new() { SurgeryCodes = { "387713003" } } } },
        { "CareMoments:ReferralCodes", new() { CareMoments = new() { ReferralCodes = { "http://snomed.info/sct|1,http://snomed.info/sct|2" } } } },
        { "CareMoments:InvestigationCodes", new() { CareMoments = new() { InvestigationCodes = { "snomed|1" } } } },
        { "CareMoments:Places:thuis", new() { CareMoments = new() { Places = { ["thuis"] = "Thuis" } } } },
        { "CareMoments:Places:264362003", new() { CareMoments = new() { Places = { ["264362003"] = " " } } } },
        { "Letters:AskAt", new() { Letters = new() { AskAt = "" } } },
        { "Letters:WithheldLabels", new() { Letters = new() { WithheldLabels = { "None", "V" } } } },
        { "Letters:Kinds:0:Name", new() { Letters = new() { Clock = _otherClock, Kinds = { new() { Codes = { "http://loinc.org|1" } } } } } },
        { "Letters:Kinds:0:Codes", new() { Letters = new() { Clock = _otherClock, Kinds = { new() { Name = "Brief" } } } } },
        { "Letters:Kinds:0:Codes", new() { Letters = new() { Clock = _otherClock, Kinds = { new() { Name = "Brief", Codes = { "loinc 1" } } } } } },
        { "Letters:Clock:Kinds", new() { Letters = new() { Kinds = { new() { Name = "Brief", Codes = { "http://loinc.org|1" } } } } } },
        { "Letters:Clock:Kinds", new() { Letters = new() { Clock = new() { Kinds = { "Ontslag" } } } } },
        { "Letters:Clock:MessageHours", new() { Letters = new() { Clock = new() { MessageHours = 0 } } } },
        { "Letters:Clock:LetterWorkdays", new() { Letters = new() { Clock = new() { LetterWorkdays = 61 } } } },
        { "Letters:Clock:Days", new() { Letters = new() { Clock = new() { Days = 0 } } } },
        { "Letters:Clock:LiberationDay", new() { Letters = new() { Clock = new() { LiberationDay = "lustrum" } } } },
        { "Letters:Search:PdfText", new() { Letters = new() { Search = new() { PdfText = "pdftotext" } } } },
        { "Letters:Search:MaximumLetters", new() { Letters = new() { Search = new() { MaximumLetters = 0 } } } },
        { "Letters:Search:MaximumBytes", new() { Letters = new() { Search = new() { MaximumBytes = 0 } } } },
        { "Letters:Search:PdfSeconds", new() { Letters = new() { Search = new() { PdfSeconds = 0 } } } },
        { "Letters:Search:Seconds", new() { Letters = new() { Search = new() { Seconds = 121 } } } },
        { "Conclusions:Sources", new() { Conclusions = new() { Sources = { "Notes" } } } },
        { "Conclusions:DocumentTypes", new() { Conclusions = new() { DocumentTypes = { "|1" } } } },
        { "Conclusions:CompositionTypes", new() { Conclusions = new() { CompositionTypes = { "http://loinc.org|" } } } },
        { "Medication:Sources", new() { Medication = new() { Sources = { "Medication" } } } },
        { "Medication:AgreementCodes", new() { Medication = new() { AgreementCodes = { "33633005" } } } },
        { "Medication:DischargeCodes", new() { Medication = new() { DischargeCodes = { "discharge" } } } },
        { "Medication:AdministrationDays", new() { Medication = new() { AdministrationDays = 0 } } },
        { "Medication:MaximumAdministrations", new() { Medication = new() { MaximumAdministrations = 0 } } },
        { "Conclusions:SectionCodes", new() { Conclusions = new() { SectionCodes = { "http://loinc.org|1|2" } } } },
    };

    [Fact]
    public void Faults_OfTheDefaults_AreNone() => Assert.Empty(new SectionOptions().Faults());

    [Theory]
    [MemberData(nameof(Wrong))]
    public void R13_Faults_OfOneWrongSetting_NameOnlyItsKey(string key, SectionOptions options) =>
        Assert.StartsWith(key, Assert.Single(options.Faults()), StringComparison.Ordinal);
}

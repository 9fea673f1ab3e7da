using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

/// <summary>R13: every fault at once, naming the key and the mend.</summary>
public sealed class PortalSettingsTests : IDisposable
{
    private readonly string _folder = PortalHost.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void R13_Read_GoodSettings_AreTaken() => Assert.Equal("https://localhost:7443", Read(Good()).Portal.Origin);

    [Fact]
    public void R13_Read_SettingsOfSections_AreTaken()
    {
        var settings = Good();
        settings["Letters:Since"] = "2020-02-01";
        settings["Letters:Kinds:0:Name"] = "Poli";
        settings["Letters:Kinds:0:Codes:0"] = "http://loinc.org|1";
        settings["Letters:Clock:Kinds:0"] = "Poli";
        settings["CareMoments:Places:264362003"] = "Naar huis";
        settings["Conclusions:Sources:0"] = "Compositions";

        var sections = Read(settings).Sections;

        Assert.Equal((new DateOnly(2020, 2, 1), "Poli", "http://loinc.org|1"), (sections.Letters.Since, sections.Letters.Kinds[0].Name, sections.Letters.Kinds[0].Codes[0]));
        Assert.Equal(("Naar huis", "Compositions"), (sections.CareMoments.Places["264362003"], Assert.Single(sections.Conclusions.Sources)));
    }

    [Fact]
    public void R13_Read_NothingSet_NamesEveryKeyOnce()
    {
        var faults = Faults(new Dictionary<string, string>(StringComparer.Ordinal), Environments.Production);
        var keys = faults.Select(fault => fault.Split(' ')[0].TrimEnd(':')).ToList();
        Assert.Equal(
            [
                "Audit:CheckpointFolder", "Epd:BaseAddress", "Portal:Certificate", "Portal:Origin", "Storage:ConnectionString",
                "Uzi:Intermediates", "Uzi:Revocation:Folder", "Uzi:TrustAnchors",
            ],
            keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "078 000 30 01", "Portal:Contacts:0:Specialty")]
    [InlineData("Cardiologie", "", "Portal:Contacts:0:Phone")]
    [InlineData("Cardiologie", "bel ons", "Portal:Contacts:0:Phone")]
    public void R13_Read_ContactWithoutNameOrNumber_IsRefused(string specialty, string phone, string key)
    {
        var settings = Good();
        (settings["Portal:Contacts:0:Specialty"], settings["Portal:Contacts:0:Phone"]) = (specialty, phone);

        Assert.StartsWith(key, Assert.Single(Faults(settings, "Sandbox")), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Read_TestCardsInProduction_AreRefused()
    {
        var fault = Assert.Single(Faults(Good(), Environments.Production), f => f.StartsWith("Uzi:TestCards", StringComparison.Ordinal));
        Assert.Contains("switch it off", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Portal:Origin", "http://portal.example", "Portal:Origin")]
    [InlineData("Portal:Origin", "https://portal.example/path", "Portal:Origin")]
    [InlineData("Portal:Listen", "everywhere", "Portal:Listen")]
    [InlineData("Portal:Certificate", "/nowhere.crt", "Portal:Certificate")]
    [InlineData("Portal:CertificateKey", "/nowhere.key", "Portal:CertificateKey")]
    [InlineData("Portal:CertificateKey", "{folder}/web-ca.crt", "Portal:Certificate")]
    [InlineData("Portal:TlsProfile", "Bad", "Portal:TlsProfile")]
    [InlineData("Portal:TlsProfile", "0", "Portal:TlsProfile")]
    [InlineData("Portal:IdleMinutes", "0", "Portal:IdleMinutes")]
    [InlineData("Portal:IdleMinutes", "NaN", "Portal:IdleMinutes")]
    [InlineData("Portal:IdleMinutes", "kwartier", "Portal:IdleMinutes")]
    [InlineData("Portal:SessionHours", "13", "Portal:SessionHours")]
    [InlineData("Epd:BaseAddress", "ftp://epd", "Epd:BaseAddress")]
    [InlineData("Epd:Authentication", "Smart", "Epd:Authentication")]
    [InlineData("Epd:SectionSeconds", "0", "Epd:SectionSeconds")]
    [InlineData("Epd:BsnSearch", "Put", "Epd:BsnSearch")]
    [InlineData("CareMoments:SoonDays", "0", "CareMoments:SoonDays")]
    [InlineData("CareMoments:Places:thuis", "Thuis", "CareMoments:Places:thuis")]
    [InlineData("CareMoments:SurgeryCodes:0", "387713003", "CareMoments:SurgeryCodes")]
    [InlineData("Letters:Since", "gisteren", "Letters:Since")]
    [InlineData("Letters:Sinds", "2020-01-01", "Letters:Sinds is no setting; did you mean Letters:Kinds?")]
    [InlineData("Letters:WithheldLabels:0", "V en R", "Letters:WithheldLabels")]
    [InlineData("Letter:Since", "2020-01-01", "Letter is no section of settings; did you mean Letters?")]
    [InlineData("Conclusions:Sources:0", "Notes", "Conclusions:Sources")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider")]
    [InlineData("Storage:KeyFolder", "/keys", "Storage:KeyFolder")]
    [InlineData("Audit:Node", "node 1", "Audit:Node")]
    [InlineData("Audit:WriteSeconds", "NaN", "Audit:WriteSeconds")]
    [InlineData("Audit:CheckpointFolder", "/x", "Audit:CheckpointFolder")]
    [InlineData("Audit:Provider", "Oracle", "Audit:Provider")]
    [InlineData("Audit:Provider", "PostgreSql", "Audit:ConnectionString")]
    [InlineData("Audit:ConnectionString", "Host=db;Database=portal", "set Audit:Provider to PostgreSql")]
    [InlineData("Uzi:TestCards", "maybe", "Uzi:TestCards")]
    [InlineData("Uzi:TrustAnchors:0", "/nowhere.pem", "Uzi:")]
    [InlineData("Uzi:Revocation:Folder", "/nowhere", "Uzi:Revocation:Folder")]
    [InlineData("Uzi:Revocation:MaximumAgeHours", "100", "Uzi:Revocation:MaximumAgeHours")]
    [InlineData("State:Redis", "redis:6379", "State:KeyCertificate")]
    [InlineData("State:TimeoutSeconds", "2", "State:TimeoutSeconds")]
    [InlineData("Portal:ProxyProtocol", "v2", "Portal:ProxyProtocol")]
    [InlineData("Portal:ProxyProtocol", "V2", "Portal:ProxyAddresses")]
    [InlineData("Portal:ProxyAddresses", "10.0.0.5", "Portal:ProxyProtocol")]
    [InlineData("Portal:Orign", "https://portal.example", "Portal:Orign is no setting; did you mean Portal:Origin?")]
    [InlineData("portal:idleminute", "10", "did you mean Portal:IdleMinutes?")]
    [InlineData("Portal:Colour", "red", "Portal:Colour is no setting; take it away")]
    [InlineData("Portal:IdleMinutes:0", "10", "Portal:IdleMinutes is one value")]
    [InlineData("Uzi:Revocation:MaxAgeHours", "2", "did you mean Uzi:Revocation:MaximumAgeHours?")]
    [InlineData("Epd:AdmissionClasses:first", "IMP", "Epd:AdmissionClasses is a list")]
    [InlineData("Uzi:Revokation:Folder", "/x", "did you mean Uzi:Revocation?")]
    [InlineData("Portaal:IdleMinutes", "10", "Portaal is no section of settings; did you mean Portal?")]
    [InlineData("Epdd:PageSize", "10", "did you mean Epd?")]
    public void R13_Read_OneFault_NamesItsKey(string key, string value, string named)
    {
        var settings = Good();
        settings[key] = value.Replace("{folder}", _folder, StringComparison.Ordinal);
        Assert.Contains(named, Assert.Single(Faults(settings, "Sandbox")), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Read_UnknownKeyInARule_IsNamedWithItsPlace()
    {
        var settings = Good();
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)[("CaOid", "2.16.528.1.1007.99.217"), ("CardType", "Z"), ("Issuer", "TEST UZI-register Zorgverlener CA G3"), ("Role:0", "01.015"), ("Roles:0", "01.015")])
        {
            settings["Uzi:Rules:0:" + key] = value;
        }

        Assert.Contains("Uzi:Rules:0:Role is no setting; did you mean Uzi:Rules:0:Roles?", Assert.Single(Faults(settings, "Sandbox")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Serilog:MinimumLevel", "Debug")]
    [InlineData("Logging:LogLevel:Default", "None")]
    [InlineData("AllowedHosts", "")]
    [InlineData("STATE", "/var/lib/x")]
    [InlineData("Something:Else", "x")]
    public void R13_Read_KeysOfOthers_AreLeftAlone(string key, string value)
    {
        var settings = Good();
        settings[key] = value;
        Assert.NotNull(Read(settings));
    }

    [Fact]
    public async Task Check_UnknownKey_EndsWithItsNameAndTheMend()
    {
        var settings = Good();
        settings["Epd:SectionSecond"] = "5";
        var (exit, _, errors) = await PortalProgram.RunAsync(settings, "check");
        Assert.Equal(1, exit);
        Assert.Contains("Epd:SectionSecond is no setting; did you mean Epd:SectionSeconds?", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Read_FaultsOfEverySection_ComeTogether()
    {
        var settings = Good();
        settings["Portal:IdleMinutes"] = "kwartier";
        settings["Epd:BaseAddress"] = "";
        settings["Uzi:Revocation:Folder"] = "";
        Assert.Equal(3, Faults(settings, "Sandbox").Count);
    }

    [Fact]
    public async Task Start_ATrailThatIsWrittenAlready_SaysSoAndEnds()
    {
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");
        var (exit, _, errors) = await PortalProgram.RunAsync(portal.Settings);
        Assert.Equal(1, exit);
        Assert.Contains("is written by another process", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_APortThatIsTaken_SaysSoAndEnds()
    {
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");
        var settings = Good();
        settings["Portal:Listen"] = $"127.0.0.1:{portal.Address.Port}";
        var (exit, _, errors) = await PortalProgram.RunAsync(settings);
        Assert.Equal(1, exit);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private IDictionary<string, string> Good() => PortalHost.SettingsFor(_folder, "http://127.0.0.1:9/fhir");

    private static IReadOnlyList<string> Faults(IDictionary<string, string> settings, string environment) =>
        Assert.Throws<SettingsException>(() => Read(settings, environment)).Faults;

    private static PortalSettings Read(IDictionary<string, string> settings, string environment = "Sandbox") => PortalSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}

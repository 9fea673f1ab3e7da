using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

/// <summary>R13: every fault of the way to Elasticsearch, at start.</summary>
public sealed class ElasticsearchOptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastic-");

    public ElasticsearchOptionsTests()
    {
        BsnKey.Create(In("bsn.key"));
        File.WriteAllText(In("short.key"), "short");
        File.WriteAllText(In("api.key"), "abc");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void R13_Off_NothingIsAsked() => Assert.Empty(new ElasticsearchOptions().Faults(isProduction: true));

    [Fact]
    public void R13_GoodSettings_HaveNoFault() => Assert.Empty(Good().Faults(isProduction: true));

    [Fact]
    public void R13_AddressAlone_NamesEveryKeyAtOnce() => Assert.Equal(
        ["Audit:Elasticsearch:Address", "Audit:Elasticsearch:ApiKeyFile", "Audit:Elasticsearch:BsnKey"],
        new ElasticsearchOptions { Address = "http://elastic.example:9200" }.Faults(isProduction: true).Select(Key).Order(StringComparer.Ordinal));

    [Fact]
    public void R13_SettingsWithoutAddress_AreRefused_ForNothingWouldBeSent()
    {
        var options = Good();
        options.Address = "";
        Assert.Equal(["Audit:Elasticsearch:ApiKeyFile", "Audit:Elasticsearch:BsnKey"], options.Faults(isProduction: false).Select(Key));
    }

    [Theory]
    [InlineData("elastic.example")]
    [InlineData("ftp://elastic.example")]
    [InlineData("https://user:secret@elastic.example")]
    [InlineData("https://elastic.example/?x=1")]
    [InlineData("http://elastic.example")]
    public void R13_Address_ThatIsNoBareHttpsAddress_IsRefusedInProduction(string address) => Only("Address", options => options.Address = address);

    [Theory]
    [InlineData("Zvp")]
    [InlineData("zvp_audit")]
    [InlineData("zvp-*")]
    [InlineData("-zvp")]
    [InlineData("")]
    [InlineData("zvp\n")]
    public void R13_Index_OfOtherLetters_IsRefused(string index) => Only("Index", options => options.Index = index);

    [Fact]
    public void R13_Credentials_ThatDoNotGoTogether_AreRefused()
    {
        Only("ApiKeyFile", options => options.User = "elastic");
        Only("ApiKeyFile", options => options.ApiKeyFile = In("none"));
        Only("User", options => (options.ApiKeyFile, options.User) = ("", "elastic"));
        Only("ApiKeyFile", options => options.ApiKeyFile = "");
    }

    [Fact]
    public void R13_Files_ThatCannotBeUsed_AreRefused()
    {
        Only("BsnKey", options => options.BsnKey = "");
        Only("BsnKey", options => options.BsnKey = In("short.key"));
        Only("TrustedCertificates", options => options.TrustedCertificates = In("none.pem"));
        Only("TrustedCertificates", options => options.TrustedCertificates = In("api.key"));
        Only("Proxy", options => options.Proxy = "proxy:3128");
    }

    [Fact]
    public void R13_Numbers_OutsideTheirRange_AreRefused()
    {
        Only("BatchRecords", options => options.BatchRecords = 0);
        Only("BatchBytes", options => options.BatchBytes = 1);
        Only("TimeoutSeconds", options => options.TimeoutSeconds = double.NaN);
        Only("LongestWaitSeconds", options => options.LongestWaitSeconds = 0);
        Only("LagSeconds", options => options.LagSeconds = 1);
    }

    private static string Key(string fault) => fault.Split(' ')[0].TrimEnd(':');

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private ElasticsearchOptions Good() => new() { Address = "https://elastic.example:9200", ApiKeyFile = In("api.key"), BsnKey = In("bsn.key") };

    private void Only(string key, Action<ElasticsearchOptions> change)
    {
        var options = Good();
        change(options);
        Assert.Equal("Audit:Elasticsearch:" + key, Key(Assert.Single(options.Faults(isProduction: true))));
    }
}

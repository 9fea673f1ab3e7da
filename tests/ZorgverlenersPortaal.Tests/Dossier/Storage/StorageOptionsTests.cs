using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Dossier.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void R13_Faults_OfAFile_AreNone()
    {
        var options = new StorageOptions { ConnectionString = "Data Source=/var/lib/portal/portal.db" };

        Assert.Empty(options.Faults());
        Assert.Equal("/var/lib/portal/portal.db", options.File);
    }

    [Theory]
    [InlineData("Sqlite", "", "Storage:ConnectionString")]
    [InlineData("Sqlite", "Data Source=", "Storage:ConnectionString")]
    [InlineData("Sqlite", "Data Source=:memory:", "Storage:ConnectionString")]
    [InlineData("Sqlite", "Data Source=x.db;Mode=Memory;Cache=Shared", "Storage:ConnectionString")]
    [InlineData("Sqlite", "Data Source=file::memory:?cache=shared", "Storage:ConnectionString")]
    [InlineData("Sqlite", "Host=db;Database=portal", "Storage:ConnectionString")]
    [InlineData("Sqlite", "nonsense", "Storage:ConnectionString")]
    [InlineData("PostgreSql", "Data Source=x.db", "Storage:Provider")]
    [InlineData("MySql", "Data Source=x.db", "Storage:Provider")]
    [InlineData("", "Data Source=x.db", "Storage:Provider")]
    public void R13_Faults_OfOneWrongSetting_NameItsKey(string provider, string connection, string key) =>
        Assert.StartsWith(key + " ", Assert.Single(new StorageOptions { Provider = provider, ConnectionString = connection }.Faults()), StringComparison.Ordinal);
}

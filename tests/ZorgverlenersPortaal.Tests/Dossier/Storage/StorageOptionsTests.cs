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
    [InlineData("MySql", "Data Source=x.db", "Storage:Provider")]
    [InlineData("", "Data Source=x.db", "Storage:Provider")]
    public void R13_Faults_OfOneWrongSetting_NameItsKey(string provider, string connection, string key) =>
        Assert.StartsWith(key + " ", Assert.Single(new StorageOptions { Provider = provider, ConnectionString = connection }.Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=db;Database=portal", "/keys", 2, true, "Storage:ConnectionString crosses")]
    [InlineData("Data Source=x.db", "/keys", 2, false, "Storage:ConnectionString must")]
    [InlineData("Host=db", "/keys", 2, false, "Storage:ConnectionString must")]
    [InlineData("Host=db;Database=portal", "", 2, false, "Storage:KeyFolder ")]
    [InlineData("Host=db;Database=portal", "keys", 2, false, "Storage:KeyFolder ")]
    [InlineData("Host=db;Database=portal", "/keys", 0, false, "Storage:TimeoutSeconds ")]
    public void R13_Faults_OfOneWrongSettingOfPostgreSql_NameItsKey(string connection, string keys, int seconds, bool isProduction, string begin) => Assert.StartsWith(
        begin,
        Assert.Single(new StorageOptions { Provider = "PostgreSql", ConnectionString = connection, KeyFolder = keys, TimeoutSeconds = seconds }.Faults(isProduction)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=db;Database=portal;SSL Mode=VerifyFull;Password=geheim")]
    [InlineData("Host=/run/postgresql;Database=portal")]
    [InlineData("Host=localhost,127.0.0.1;Database=portal")]
    public void R13_Faults_OfPostgreSql_AreNone(string connection)
    {
        var options = new StorageOptions { Provider = "PostgreSql", ConnectionString = connection, KeyFolder = "/keys", MaintenanceConnectionString = connection };

        Assert.Empty(options.Faults(isProduction: true));
        Assert.Null(options.File);
    }

    [Fact]
    public void R13_Faults_OfWhatIsForPostgreSqlOnly_NameItsKey() => Assert.Equal(
        ["Storage:MaintenanceConnectionString", "Storage:KeyFolder"],
        new StorageOptions { ConnectionString = "Data Source=/x.db", MaintenanceConnectionString = "Host=db;Database=portal", KeyFolder = "/keys" }.Faults().Select(fault => fault.Split(' ')[0]));
}

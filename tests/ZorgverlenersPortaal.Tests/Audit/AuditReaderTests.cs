using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditReaderTests
{
    [Fact]
    public async Task Read_FolderWithAForeignDatabase_IsRefused()
    {
        using var folder = new TrailFolder();
        await folder.Fill(1);
        folder.Run("PRAGMA application_id = 1");

        Assert.Throws<AuditTrailRefusedException>(() => AuditReader.Read(folder.Storage));
    }
}

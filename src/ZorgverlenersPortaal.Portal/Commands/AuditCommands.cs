using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>The trail from the command line, also while the portal runs.</summary>
internal static class AuditCommands
{
    public static int MakeKey(string file)
    {
        AuditCheckpointKey.Create(file);
        Console.WriteLine($"Made {file}. Keep it where the database's user cannot read it.");
        return 0;
    }

    public static int MakeBsnKey(string file)
    {
        BsnKey.Create(file);
        Console.WriteLine($"Made {file}. Give every node this one, and keep it where Elasticsearch's administrators cannot read it.");
        return 0;
    }
}

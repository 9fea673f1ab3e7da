using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>The examples of docs/audit-events.md, one for every event, as records: written into a trail as bytes and read back.</summary>
internal static partial class CatalogueExamples
{
    public static IReadOnlyList<AuditRecord> All()
    {
        var payloads = Example().Matches(File.ReadAllText(Repository.Path("docs", "audit-events.md"))).Select(match => match.Groups["payload"].Value).ToList();
        using TrailFolder folder = new();
        folder.Fill(1).GetAwaiter().GetResult();
        foreach (var (payload, i) in payloads.Select((payload, i) => (payload, i)))
        {
            folder.Tamper($"INSERT INTO record SELECT {i + 2}, time, event, outcome, actor, request_id, CAST('{payload.Replace("'", "''", StringComparison.Ordinal)}' AS BLOB), previous, hash FROM record WHERE sequence = 1");
        }

        return [.. AuditReader.Read(folder.Storage, new() { Limit = int.MaxValue }).Where(stored => stored.Sequence > 1).Select(stored => stored.Record)];
    }

    [GeneratedRegex("```json\n(?<payload>[^`]+)\n```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed partial class AuditEventCatalogueTests
{
    private static readonly string[] _fields =
    [
        "time", "event", "action", "outcome", "request", "actor", "onBehalfOf", "patients", "decision", "purpose",
        "resources", "category", "changes", "detail", "incident",
    ];

    [Fact]
    public void R9_Catalogue_NamesEveryEventOnce_AndNoOther()
    {
        var written = Heading().Matches(Catalogue()).Select(m => $"{m.Groups["id"].Value} {m.Groups["name"].Value}");
        var known = Enum.GetValues<AuditEventType>().Select(e => $"{(int)e} {e}");

        Assert.Equal(known, written, StringComparer.Ordinal);
    }

    [Fact]
    public void Catalogue_EveryEvent_SaysWhenAndShowsAPayloadOfItsOwn()
    {
        foreach (var section in Catalogue().Split("\n### ")[1..])
        {
            var id = int.Parse(section[..4], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Matches(@"\*\*(Always|Sometimes)\*\*: [^\n]+\.\n\nAction [CRUDE]; outcome [048][^\n]*; fields: [^\n]+\.", section);
            using var example = JsonDocument.Parse(Example().Match(section).Groups["payload"].Value);
            var names = example.RootElement.EnumerateObject().Select(field => field.Name).ToList();

            Assert.Equal(id, example.RootElement.GetProperty("event").GetInt32());
            Assert.Equal(_fields.Where(f => names.Contains(f, StringComparer.Ordinal)), names, StringComparer.Ordinal);
            Assert.Equal(_fields[..5], names[..5], StringComparer.Ordinal);
            Assert.Contains($"Action {example.RootElement.GetProperty("action").GetString()};", section, StringComparison.Ordinal);
        }
    }

    private static string Catalogue()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "audit-events.md"));
    }

    [GeneratedRegex("^### (?<id>[0-9]{4}) (?<name>[A-Za-z]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("```json\n(?<payload>[^`]+)\n```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}

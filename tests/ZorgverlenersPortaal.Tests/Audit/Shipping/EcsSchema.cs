using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>Elastic's own list of ECS fields, from npm's <c>@elastic/ecs</c> (tests/definitions).</summary>
internal static partial class EcsSchema
{
    private static readonly Lazy<IReadOnlyDictionary<string, EcsField>> _fields = new(Load);

    public static IReadOnlyDictionary<string, EcsField> Fields => _fields.Value;

    public static string Version { get; } =
        Quoted().Match(File.ReadAllText(Generated("ecs.ts"))).Groups["text"].Value;

    private static Dictionary<string, EcsField> Load()
    {
        Dictionary<string, EcsField> found = new(StringComparer.Ordinal);
        string? name = null;
        List<string> lines = [];
        foreach (var line in File.ReadLines(Generated("ecs_flat.ts")))
        {
            if (Head().Match(line) is { Success: true } head)
            {
                (name, lines) = (head.Groups["name"].Value, []);
            }
            else if (line == "  }," && name is not null)
            {
                found[name] = EcsField.Of(string.Join('\n', lines));
                name = null;
            }
            else
            {
                lines.Add(line);
            }
        }

        return found;
    }

    private static string Generated(string file) => Repository.Path("tests", "definitions", "node_modules", "@elastic", "ecs", "generated", file);

    [GeneratedRegex(@"\A  '?(?<name>@?[a-z_0-9.]+)'?: \{\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("version: '(?<text>[0-9.]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

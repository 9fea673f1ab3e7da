using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Options of a command (<c>--name value</c>), and settings as the portal itself reads them (<c>--Section:Key=Value</c>).</summary>
internal sealed class CommandInput
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    /// <param name="words">What was typed behind the command.</param>
    /// <param name="flags">Options without a value (<c>--name</c>).</param>
    public CommandInput(IReadOnlyList<string> words, params IReadOnlyList<string> flags)
    {
        Builder = WebApplication.CreateBuilder([.. words.Where(IsSetting)]);
        var rest = words.Where(w => !IsSetting(w)).ToList();
        _flags.UnionWith(flags.Where(flag => rest.RemoveAll(word => word == "--" + flag) > 0));
        for (var i = 0; i < rest.Count; i += 2)
        {
            if (!rest[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == rest.Count)
            {
                throw new CommandException($"'{rest[i]}' needs a value: --name value.");
            }
            if (!_options.TryAdd(rest[i][2..], rest[i + 1]))
            {
                throw new CommandException($"{rest[i]} is given twice.");
            }
        }
    }

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Contains(':', StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal);

    private WebApplicationBuilder Builder { get; }

    /// <summary>The portal's configuration, as environment, files and command line give it.</summary>
    public IConfiguration Configuration => Builder.Configuration;

    /// <summary>All settings, checked.</summary>
    public PortalSettings Settings() => PortalSettings.Read(Builder.Configuration, Builder.Environment);

    /// <summary>An option without a value was given.</summary>
    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>An option with a value was given, and not taken yet.</summary>
    public bool Names(string name) => _options.ContainsKey(name);

    /// <summary>An option that may be left out.</summary>
    public string? Optional(string name) => _options.Remove(name, out var value) ? value : null;

    /// <summary>Options that must all be there; every missing one is named.</summary>
    public string[] Required(params string[] names)
    {
        var missing = names.Where(n => !_options.TryGetValue(n, out var value) || string.IsNullOrWhiteSpace(value)).ToList();
        return missing.Count > 0
            ? throw new CommandException($"Missing: {string.Join(", ", missing.Select(m => "--" + m))}.")
            : [.. names.Select(n => Optional(n)!)];
    }

    /// <summary>Nothing may be left that no one asked for.</summary>
    public void Done()
    {
        if (_options.Count > 0)
        {
            throw new CommandException($"Unknown option: {string.Join(", ", _options.Keys.Select(k => "--" + k))}.");
        }
    }
}

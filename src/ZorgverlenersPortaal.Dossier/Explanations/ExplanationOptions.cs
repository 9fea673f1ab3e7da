namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>How looks are explained and judged; section <c>Explanations</c>.</summary>
public sealed class ExplanationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Explanations";

    /// <summary>JSON file with the rules (docs/adr/0040); empty: those that come with the portal.</summary>
    public string RulesFile { get; set; } = "";

    /// <summary>JSON file with the homes of doctors; empty: none is known, and the rule of the own address raises nothing.</summary>
    public string HomesFile { get; set; } = "";

    /// <summary>The rules; only after <see cref="Faults"/> found none.</summary>
    public ReviewRules Rules() => Read(RulesFile, nameof(RulesFile), ReviewRulesFile.Read, ReviewRulesFile.Shipped).Value!;

    /// <summary>The homes, likewise.</summary>
    public Homes Homes() => Read(HomesFile, nameof(HomesFile), Explanations.Homes.Read, "{}").Value!;

    /// <summary>Every fault in these settings and files, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() =>
        [.. Read(RulesFile, nameof(RulesFile), ReviewRulesFile.Read, ReviewRulesFile.Shipped).Faults, .. Read(HomesFile, nameof(HomesFile), Explanations.Homes.Read, "{}").Faults];

    private static (T? Value, IEnumerable<string> Faults) Read<T>(string file, string key, Func<string, (T?, IReadOnlyList<string>)> read, string shipped) where T : class
    {
        try
        {
            var (value, faults) = read(file.Length == 0 ? shipped : File.ReadAllText(file));
            return (value, faults.Select(fault => $"{Section}:{key}: {fault}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [$"{Section}:{key}: {file} cannot be read; name a file that the portal may read, or leave it empty ({e.Message})"]);
        }
    }
}

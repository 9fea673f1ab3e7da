using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>One field of ECS: its type, whether it is a list, and for the words of an event which there are and which types go with each.</summary>
internal sealed partial record EcsField(string Type, bool IsList, IReadOnlyDictionary<string, string[]> Allowed)
{
    public static EcsField Of(string text) => new(
        Kind().Match(text).Groups["type"].Value,
        text.Contains("normalize: ['array']", StringComparison.Ordinal),
        Allows().Matches(text).ToDictionary(
            match => match.Groups["name"].Value,
            match => Word().Matches(match.Groups["types"].Value).Select(word => word.Groups["word"].Value).ToArray(),
            StringComparer.Ordinal));

    [GeneratedRegex("^    type: '(?<type>[a-z_]+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(@"(expected_event_types: \[(?<types>[^\]]*)\],\s*)?^        name: '(?<name>[a-z_]+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Allows();

    [GeneratedRegex("'(?<word>[a-z_]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}

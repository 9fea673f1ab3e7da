using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Where doctors live, as the hospital knows it: a JSON file of UZI number to postcode and house number. Optional.</summary>
public sealed partial class Homes
{
    private readonly Dictionary<string, string> _homes;

    private Homes(Dictionary<string, string> homes) => _homes = homes;

    /// <summary>Nobody's home is known.</summary>
    public static Homes None { get; } = new([]);

    /// <summary>How many are known.</summary>
    public int Count => _homes.Count;

    /// <summary>"1234AB 12" of a postcode and a line such as "Dorpsstraat 12 a"; null when one of the two is not there.</summary>
    public static string? Key(string? postcode, string? line)
    {
        var code = string.Concat((postcode ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Postcode().IsMatch(code) && Number().Matches(line ?? "") is { Count: > 0 } numbers ? $"{code} {numbers[^1].Value}" : null;
    }

    /// <summary>The home of a doctor; null when it is not known.</summary>
    public string? Of(string uziNumber) => _homes.GetValueOrDefault(uziNumber);

    /// <summary>The homes, or every fault, naming the line and the mend.</summary>
    public static (Homes? Homes, IReadOnlyList<string> Faults) Read(string json)
    {
        List<string> faults = [];
        Dictionary<string, string> homes = new(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, ["must be an object of UZI numbers, each with \"1234AB 12\""]);
            }
            foreach (var one in document.RootElement.EnumerateObject())
            {
                var home = one.Value.ValueKind == JsonValueKind.String && one.Value.GetString()!.Trim().Split(' ', 2) is [var code, var number] ? Key(code, number) : null;
                if (one.Name.Length != 9 || !one.Name.All(char.IsAsciiDigit) || home is null)
                {
                    faults.Add($"{one.Name}: write nine digits of a UZI number, then postcode and house number as \"1234AB 12\"");
                    continue;
                }
                homes.Add(one.Name, home);
            }
        }
        catch (JsonException e)
        {
            return (null, [$"is not JSON, or names somebody twice: {e.Message}"]);
        }
        return faults.Count > 0 ? (null, faults) : (new(homes), faults);
    }

    [GeneratedRegex(@"\A[1-9][0-9]{3}[A-Z]{2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex("[0-9]{1,5}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}

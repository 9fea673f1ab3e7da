using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>The rules as JSON (docs/adr/0040). Every rule and number must be there, once: what is left out is a fault and not a guess.</summary>
public static class ReviewRulesFile
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Disallow };

    private static readonly (string Name, int Least, int Most)[] _numbers =
        [("casesADay", 1, 500), ("sampleSize", 0, 500), ("historyDays", 1, 365), ("contactDays", 0, 31)];

    /// <summary>The rules that come with the portal, as text.</summary>
    public static string Shipped { get; } = ReadShipped();

    /// <summary>The rules, or null and every fault, each naming its key and the mend.</summary>
    public static (ReviewRules? Rules, IReadOnlyList<string> Faults) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<string> faults = [];
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            var root = Members(document.RootElement, "", ["version", .. _numbers.Select(n => n.Name), "hours", "rules"], faults);
            var numbers = _numbers.ToDictionary(n => n.Name, n => Number(root, n.Name, "", (n.Least, n.Most), faults), StringComparer.Ordinal);
            var version = root.GetValueOrDefault("version") is { ValueKind: JsonValueKind.String } text ? text.GetString()!.Trim() : "";
            if (version.Length is 0 or > 40)
            {
                faults.Add("version must be a text of 1 to 40 characters, such as \"2026-1\"");
            }
            var rules = Rules(root.GetValueOrDefault("rules"), faults);
            var hours = Hours(root.GetValueOrDefault("hours"), faults);
            return faults.Count > 0 ? (null, faults) : (new ReviewRules
            {
                Version = version,
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
                CasesADay = numbers["casesADay"],
                SampleSize = numbers["sampleSize"],
                HistoryDays = numbers["historyDays"],
                ContactDays = numbers["contactDays"],
                Rules = rules,
                Hours = Enum.GetValues<CareRole>().ToDictionary(role => role, role => hours[role.ToString()]),
                OtherHours = hours["Other"],
            }, []);
        }
        catch (JsonException e)
        {
            return (null, [$"is not JSON, or names something twice: {e.Message}"]);
        }
    }

    /// <summary>The numbers a rule has beside its points.</summary>
    private static (string Name, int Least, int Most)[] NumbersOf(ReviewRule rule) => rule switch
    {
        ReviewRule.OwnSurname => [("ordinaryLooks", 0, 1)],
        ReviewRule.Deceased or ReviewRule.RelationEnded => [("days", 0, 3650)],
        ReviewRule.IdenticalReason or ReviewRule.RepeatedByDoctor or ReviewRule.RepeatedOnPatient => [("times", 2, 1000)],
        ReviewRule.ManyPatients or ReviewRule.SearchBurst => [("times", 2, 1000), ("minutes", 1, 1440)],
        _ => [],
    };

    private static Dictionary<ReviewRule, RuleSetting> Rules(JsonElement element, List<string> faults)
    {
        var members = Members(element, "rules/", Enum.GetNames<ReviewRule>(), faults);
        Dictionary<ReviewRule, RuleSetting> rules = [];
        foreach (var rule in Enum.GetValues<ReviewRule>().Where(rule => members.ContainsKey(rule.ToString())))
        {
            var place = $"rules/{rule}/";
            var wanted = NumbersOf(rule);
            var given = Members(members[rule.ToString()], place, ["points", .. wanted.Select(n => n.Name)], faults);
            int Of(string name) => wanted.Where(n => n.Name == name).Select(n => Number(given, name, place, (n.Least, n.Most), faults)).FirstOrDefault();
            rules.Add(rule, new(Number(given, "points", place, (0, 1000), faults), Of("times"), Of("minutes"), Of("days"), Of("ordinaryLooks")));
        }
        if (rules.TryGetValue(ReviewRule.Unexplained, out var last) && last.Points == 0)
        {
            faults.Add("rules/Unexplained/points must be more than 0: a look that nothing explains may not vanish");
        }
        return rules;
    }

    private static Dictionary<string, RoleHours> Hours(JsonElement element, List<string> faults)
    {
        Dictionary<string, RoleHours> hours = new(StringComparer.Ordinal);
        foreach (var (role, value) in Members(element, "hours/", [.. Enum.GetNames<CareRole>(), "Other"], faults))
        {
            var given = Members(value, $"hours/{role}/", ["from", "until", "weekend"], faults);
            var (from, until) = (Time(given, "from", role, faults), Time(given, "until", role, faults));
            if (from >= until)
            {
                faults.Add($"hours/{role}/until must be later than from");
            }
            if (given.GetValueOrDefault("weekend").ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                faults.Add($"hours/{role}/weekend must be true or false");
                continue;
            }
            hours[role] = new(from, until, given["weekend"].GetBoolean());
        }
        return hours;
    }

    private static TimeOnly Time(Dictionary<string, JsonElement> given, string name, string role, List<string> faults)
    {
        if (given.GetValueOrDefault(name) is { ValueKind: JsonValueKind.String } text && TimeOnly.TryParseExact(text.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }
        faults.Add($"hours/{role}/{name} must be a time such as \"07:30\"");
        return default;
    }

    private static int Number(Dictionary<string, JsonElement> given, string name, string place, (int Least, int Most) range, List<string> faults)
    {
        if (given.TryGetValue(name, out var value) && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= range.Least && number <= range.Most))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{place}{name} must be a whole number from {range.Least} to {range.Most}"));
            return range.Least;
        }
        return given.TryGetValue(name, out var good) ? good.GetInt32() : range.Least;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element, string place, IReadOnlyList<string> names, List<string> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            // What is missing altogether was already named by what it is missing from.
            faults.AddRange(element.ValueKind == JsonValueKind.Undefined ? [] : [$"{(place.Length == 0 ? "the file" : place.TrimEnd('/'))} must be an object with {string.Join(", ", names)}"]);
            return [];
        }
        var given = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        faults.AddRange(given.Keys.Except(names).Select(name => $"{place}{name} is unknown; there are {string.Join(", ", names)}"));
        faults.AddRange(names.Except(given.Keys).Select(name => $"{place}{name} is missing; write it out"));
        return given.Where(member => names.Contains(member.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    private static string ReadShipped()
    {
        using var stream = typeof(ReviewRulesFile).Assembly.GetManifestResourceStream("review-rules.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// A date with its prefix, on stretches of time as R4 has it: ge and le overlap the stretch from or up to the asked
/// one,
/// eq lies wholly within it. A resource without the date never matches.
/// </summary>
internal sealed class DateCriterion : Criterion
{
    private static readonly string[] _prefixes = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb"];
    private readonly string _parameter;
    private readonly (string Prefix, FhirDate Date)[] _asked;

    public DateCriterion(string parameter, string value)
    {
        _parameter = parameter;
        _asked = [.. Alternatives(value).Select(Read)];
    }

    public override bool Matches(StoredResource resource) =>
        Array.Exists(
            resource.Values,
            found =>
                Is(found.Parameter, _parameter)
                && Array.Exists(_asked, asked => Compare(asked.Prefix, asked.Date, found)));

    private (string, FhirDate) Read(string text)
    {
        var prefix = Array.Find(_prefixes, known => text.StartsWith(known, StringComparison.Ordinal)) ?? "";
        // A plus sign that was not encoded arrives as a space.
        return FhirDate.TryParse(text[prefix.Length..].Replace(' ', '+'), out var date)
            ? (prefix, date)
            : throw new SearchFaultException($"{_parameter}: {text} is no date");
    }

    private static bool Compare(string prefix, FhirDate asked, IndexValue found) =>
        prefix switch
        {
            "ge" => found.High >= asked.Low,
            "gt" => found.High > asked.High,
            "le" => found.Low <= asked.High,
            "lt" => found.Low < asked.Low,
            "sa" => found.Low > asked.High,
            "eb" => found.High < asked.Low,
            "ne" => found.Low < asked.Low || found.High > asked.High,
            _ => found.Low >= asked.Low && found.High <= asked.High,
        };
}

using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// A string: the start of the value or of a word in it; :exact the whole, :contains any part. Case and accents do not
/// count.
/// </summary>
internal sealed class TextCriterion(string parameter, string value, string modifier) : Criterion
{
    private readonly string[] _texts = [.. Alternatives(value).Select(IndexText.Fold)];

    public override bool Matches(StoredResource resource) =>
        Array.Exists(
            resource.Values,
            found => Is(found.Parameter, parameter) && Array.Exists(_texts, text => Fits(found.Code, text)));

    private bool Fits(string found, string text) =>
        modifier switch
        {
            "exact" => Is(found, text),
            "contains" => found.Contains(text, StringComparison.Ordinal),
            _ => found.StartsWith(text, StringComparison.Ordinal)
                || found.Contains(" " + text, StringComparison.Ordinal),
        };
}

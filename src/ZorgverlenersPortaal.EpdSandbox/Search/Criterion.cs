using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>One condition of a search; the conditions of a search all hold together.</summary>
internal abstract class Criterion
{
    public abstract bool Matches(StoredResource resource);

    /// <summary>
    /// A short list that holds every match, from the index; null where only a walk past all finds them.
    /// </summary>
    public virtual IReadOnlyList<StoredResource>? Candidates(ResourceStore store, string type) => null;

    /// <summary>The values at commas that are not escaped, unescaped (FHIR R4 search.html, escaping).</summary>
    public static IReadOnlyList<string> Alternatives(string value, char separator = ',')
    {
        var (parts, part) = (new List<string>(), new System.Text.StringBuilder());
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length && value[at + 1] is ',' or '|' or '$' or '\\')
            {
                // A bar stays escaped while commas are split, so that the second pass does not split at it.
                part.Append(separator == ',' && value[at + 1] == '|' ? "\\|" : value[at + 1]);
                at++;
            }
            else if (value[at] == separator)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(value[at]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    protected static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}

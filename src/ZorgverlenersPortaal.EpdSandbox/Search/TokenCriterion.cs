using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>A token: code, system|code, |code (without a system) or system|; with :not, none of them.</summary>
internal sealed class TokenCriterion(string parameter, string value, bool negated) : Criterion
{
    private readonly (string? System, string Code)[] _tokens = [.. Alternatives(value).Select(Token)];

    public override bool Matches(StoredResource resource) => negated != Array.Exists(resource.Values, IsAsked);

    public override IReadOnlyList<StoredResource>? Candidates(ResourceStore store, string type) =>
        negated || Array.Exists(_tokens, token => token.Code.Length == 0)
            ? null
            : store.ByCode(type, parameter, _tokens.Select(token => token.Code));

    private static (string?, string) Token(string text)
    {
        var parts = Alternatives(text, '|');
        return parts.Count == 1 ? (null, parts[0]) : (parts[0], parts[1]);
    }

    private bool IsAsked(IndexValue found) =>
        Is(found.Parameter, parameter)
        && Array.Exists(
            _tokens,
            token =>
                (token.Code.Length == 0 || Is(token.Code, found.Code))
                && (token.System is null || Is(token.System, found.System)));
}

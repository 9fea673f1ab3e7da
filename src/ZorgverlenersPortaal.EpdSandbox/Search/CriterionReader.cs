namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>Turns name[:modifier]=value into a criterion; null where the type has no such parameter.</summary>
internal sealed class CriterionReader(
    Func<string, string, string, IReadOnlyCollection<(string? Type, string Id)>?> chain)
{
    /// <summary>
    /// Throws <see cref="SearchFaultException"/> on a modifier or value that is not understood: R4 forbids to ignore
    /// those.
    /// </summary>
    public Criterion? Read(string type, string name, string value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            return Chained(type, name[..dot], name[(dot + 1)..], value);
        }

        var (bare, modifier) = Split(name);
        if (bare is "_id" && modifier.Length == 0)
        {
            return new IdCriterion(value);
        }

        if (bare is "_lastUpdated" && modifier.Length == 0)
        {
            return new DateCriterion(bare, value);
        }

        return SearchParameterTable.Find(type, bare) is not { } parameter ? null
            : modifier is "missing" ? new MissingCriterion(bare, value is "true")
            : Plain(parameter, modifier, value);
    }

    private static Criterion Plain(SearchParameter parameter, string modifier, string value) =>
        (parameter.Kind, modifier) switch
        {
            (ParameterKind.Token, "" or "not") => new TokenCriterion(parameter.Name, value, modifier is "not"),
            (ParameterKind.Date, "") => new DateCriterion(parameter.Name, value),
            (ParameterKind.Text, "" or "exact" or "contains") => new TextCriterion(parameter.Name, value, modifier),
            (ParameterKind.Reference, "identifier") => new TokenCriterion(
                parameter.Name + ":identifier",
                value,
                negated: false),
            (ParameterKind.Reference, "") => ReferenceCriterion.Of(parameter, null, value),
            (ParameterKind.Reference, _) when char.IsAsciiLetterUpper(modifier[0]) => ReferenceCriterion.Of(
                parameter,
                modifier,
                value),
            _ => throw new SearchFaultException($"{parameter.Name}: modifier :{modifier} is not supported"),
        };

    private ReferenceCriterion? Chained(string type, string name, string rest, string value)
    {
        var (bare, target) = Split(name);
        if (SearchParameterTable.Find(type, bare) is not { Kind: ParameterKind.Reference } parameter)
        {
            return null;
        }

        var found = chain(target.Length > 0 ? target : parameter.Target ?? "", rest, value);
        return found is null ? null : new ReferenceCriterion(bare, found);
    }

    private static (string Name, string Modifier) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (name, "") : (name[..colon], name[(colon + 1)..]);
    }
}

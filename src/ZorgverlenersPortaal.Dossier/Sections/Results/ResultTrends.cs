using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// Series of the same code and unit, as written. Another spelling of a unit is another series: nothing is converted (R11).
/// </summary>
internal sealed class ResultTrends
{
    /// <summary>Earlier values beside one result.</summary>
    private const int Longest = 10;

    private readonly Dictionary<Observation, (List<TrendPoint> Series, int At)> _places = [];

    public ResultTrends(IEnumerable<Observation> observations)
    {
        var members = observations
            .Select(o => (Observation: o, Key: Key(o), Point: Point(o)))
            .Where(m => m is { Key: not null, Point: not null })
            .GroupBy(m => m.Key, StringComparer.Ordinal);
        foreach (var group in members)
        {
            var newest = group.OrderByDescending(m => m.Point!.At.Earliest).ToList();
            var series = newest.ConvertAll(m => m.Point!);
            for (var at = 0; at < newest.Count; at++)
            {
                _places[newest[at].Observation] = (series, at);
            }
        }
    }

    /// <summary>Newest first; empty for what is in no series.</summary>
    public IReadOnlyList<TrendPoint> Earlier(Observation observation)
    {
        if (!_places.TryGetValue(observation, out var place))
        {
            return [];
        }
        var own = place.Series[place.At].At.Earliest;
        return [.. place.Series.Skip(place.At + 1).SkipWhile(p => p.At.Earliest >= own).Take(Longest)];
    }

    private static TrendPoint? Point(Observation observation) =>
        Moments.Start(observation.Effective) is { } at && observation.Value is { Quantity.Value: not null } given && ValueText.Of(given) is { } value
            ? new(observation.Reference, at, value, FlagReader.Read(observation.Interpretations), ResultStatus.Of(observation.Status))
            : null;

    private static string? Key(Observation observation)
    {
        if (observation is not { NotUnderstood: null, IsEnteredInError: false, Id: not null, Value.Quantity: { Value: not null } quantity } || observation.Status is "cancelled")
        {
            return null;
        }
        var coding = observation.Code?.Codings.FirstOrDefault(c => c is { System: not null, Code: not null });
        // Words alone do not tell glucose in blood from glucose in urine; the material then must agree as well.
        var name = coding is null
            ? observation.Code?.Show is { } shown ? $"{shown}\n{observation.Specimen?.Reference ?? observation.Specimen?.Display}" : null
            : $"{coding.System}|{coding.Code}";
        return name is null ? null : $"{name}\n{quantity.Unit ?? quantity.Code}";
    }
}

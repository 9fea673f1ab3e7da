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
    private readonly Dictionary<Observation, List<string>> _otherUnits = [];

    public ResultTrends(IEnumerable<Observation> observations)
    {
        var members = observations
            .Select(o => new Member(o, Key(o)!, Point(o)!))
            .Where(m => m is { Name: not null, Point: not null })
            .GroupBy(m => m.Name, StringComparer.Ordinal);
        foreach (var test in members)
        {
            var series = test.GroupBy(m => Unit(m.Observation), StringComparer.Ordinal).ToList();
            series.ForEach(Place);
            foreach (var unit in series.Count > 1 ? series : [])
            {
                List<string> others = [.. series.Where(s => s.Key != unit.Key).Select(s => s.Key)];
                unit.ToList().ForEach(m => _otherUnits[m.Observation] = others);
            }
        }
    }

    /// <summary>Newest first, and whether there were more; empty for what is in no series.</summary>
    public (IReadOnlyList<TrendPoint> Points, bool IsLonger) Earlier(Observation observation)
    {
        if (!_places.TryGetValue(observation, out var place))
        {
            return ([], false);
        }
        var own = place.Series[place.At].At.Earliest;
        List<TrendPoint> points = [.. place.Series.Skip(place.At + 1).SkipWhile(p => p.At.Earliest >= own).Take(Longest + 1)];
        return ([.. points.Take(Longest)], points.Count > Longest);
    }

    /// <summary>In which other units values of the same code are written.</summary>
    public IReadOnlyList<string> OtherUnits(Observation observation) => _otherUnits.GetValueOrDefault(observation) ?? [];

    private void Place(IEnumerable<Member> members)
    {
        var newest = members.OrderByDescending(m => m.Point.At.Earliest).ToList();
        var series = newest.ConvertAll(m => m.Point);
        for (var at = 0; at < newest.Count; at++)
        {
            _places[newest[at].Observation] = (series, at);
        }
    }

    private static TrendPoint? Point(Observation observation) =>
        Moments.Start(observation.Effective) is { } at && observation.Value is { Quantity.Value: not null } given && ValueText.Of(given) is { } value
            ? new(observation.Reference, at, value, FlagReader.Read(observation.Interpretations), ResultStatus.Of(observation.Status)) { Ranges = RangeReader.Read(observation.ReferenceRanges) }
            : null;

    private static string Unit(Observation observation) => observation.Value!.Quantity is { } quantity ? quantity.Unit ?? quantity.Code ?? "" : "";

    private static string? Key(Observation observation)
    {
        if (observation is not { NotUnderstood: null, IsEnteredInError: false, Id: not null, Value.Quantity.Value: not null } || observation.Status is "cancelled")
        {
            return null;
        }
        var coding = observation.Code?.Codings.FirstOrDefault(c => c is { System: not null, Code: not null });
        // Words alone do not tell glucose in blood from glucose in urine; the material then must agree as well.
        return coding is null
            ? observation.Code?.Show is { } shown ? $"{shown}\n{observation.Specimen?.Reference ?? observation.Specimen?.Display}" : null
            : $"{coding.System}|{coding.Code}";
    }

    private sealed record Member(Observation Observation, string Name, TrendPoint Point);
}

using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// What of an answer is shown, so that the trail names that and no more: the newest, with all that they point at. Nothing
/// about others.
/// </summary>
internal sealed class ResultSelection
{
    private readonly Uri _base;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public ResultSelection(EpdAnswer answer, ResultGrouping grouping, ResultLimits limits, Uri baseAddress)
    {
        _base = baseAddress;
        var observations = answer.Of<Observation>().Where(o => !o.IsEnteredInError).ToList();
        AboutOthers = observations.Count(o => o.Focus.Count > 0);
        var own = observations.Where(o => o.Focus.Count == 0).ToDictionary(o => o.Reference, StringComparer.Ordinal);
        var reports = answer.Of<DiagnosticReport>().Where(r => !r.IsEnteredInError).ToList();
        var pointedAt = reports.SelectMany(Targets).Concat(own.Values.SelectMany(Targets)).ToHashSet(StringComparer.Ordinal);
        var isCategoryIgnored = answer.Ignored.Contains("category", StringComparer.Ordinal);
        var first = reports.Concat<Resource>(own.Values.Where(o => !pointedAt.Contains(o.Reference) && grouping.IsResult(o, isCategoryIgnored)))
            .Where(r => limits.Since is not { } since || IsSince(r, since))
            .OrderByDescending(At)
            .ToList();
        IsCut = first.Count > limits.Most;
        foreach (var resource in first.Take(limits.Most))
        {
            Keep(resource, own);
        }
        // Panels that hold each other are pointed at by one another only: they are kept as well.
        foreach (var left in own.Values.Where(o => !IsCut && !_kept.Contains(o.Reference) && pointedAt.Contains(o.Reference) && grouping.IsResult(o, isCategoryIgnored)))
        {
            Keep(left, own);
        }
        Resources = [.. answer.Resources.Where(IsShown)];
    }

    /// <summary>What is shown, and what names and materials are looked up in.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>There were more than may be shown.</summary>
    public bool IsCut { get; }

    /// <summary>How many are about someone or something else.</summary>
    public int AboutOthers { get; }

    private string? Key(FhirReference reference) => ReferenceResolver.Resolve(reference, _base).Reference;

    private bool IsShown(Resource resource) => resource switch
    {
        Observation or DiagnosticReport or Specimen or ServiceRequest => _kept.Contains(resource.Reference),
        Organization or Practitioner or PractitionerRole => true,
        _ => false,
    };

    private void Keep(Resource resource, Dictionary<string, Observation> own)
    {
        var open = new Stack<Resource>([resource]);
        while (open.TryPop(out var next))
        {
            if (!_kept.Add(next.Reference))
            {
                continue;
            }
            foreach (var target in Targets(next))
            {
                if (own.TryGetValue(target, out var member))
                {
                    open.Push(member);
                }
            }
            _kept.UnionWith(Circumstances(next).Select(Key).OfType<string>());
        }
    }

    /// <summary>What is not understood shows nothing but its kind and date, and so takes nothing with it.</summary>
    private IEnumerable<string> Targets(Resource resource) => resource switch
    {
        { NotUnderstood: not null } => [],
        Observation observation => observation.HasMembers.Select(Key).OfType<string>(),
        DiagnosticReport report => report.Results.Select(Key).OfType<string>(),
        _ => [],
    };

    /// <summary>Materials and requests.</summary>
    private static IEnumerable<FhirReference> Circumstances(Resource resource) => resource switch
    {
        { NotUnderstood: not null } => [],
        Observation { Specimen: { } specimen } observation => [specimen, .. observation.BasedOn],
        Observation observation => observation.BasedOn,
        DiagnosticReport report => [.. report.Specimens, .. report.BasedOn],
        _ => [],
    };

    /// <summary>What has no date counts as newest: it may be what was just asked for.</summary>
    private static DateTimeOffset At(Resource resource) => Moment(resource)?.Earliest ?? DateTimeOffset.MaxValue;

    /// <summary>Again here, for a server that did not look at the date: a partial one counts to its end.</summary>
    private static bool IsSince(Resource resource, DateOnly since) =>
        Moment(resource) is not { } moment || DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment.Latest, Periods.Zone).DateTime) >= since;

    private static WrittenDate? Moment(Resource resource) => resource switch
    {
        Observation o => Moments.Start(o.Effective) ?? WrittenDate.Of(o.Issued),
        DiagnosticReport r => Moments.Start(r.Effective) ?? WrittenDate.Of(r.Issued),
        _ => null,
    };
}

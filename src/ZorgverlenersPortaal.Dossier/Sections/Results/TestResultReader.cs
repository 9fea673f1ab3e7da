using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// Makes lines of Observations, members under their panel. References can go round or branch without end, so depth and
/// lines are bounded.
/// </summary>
internal sealed class TestResultReader(ResultSources sources, ResultTrends trends)
{
    private const int Deepest = 8;
    private const int MostLines = 20_000;

    // By object: a contained one may have the id of another.
    private readonly HashSet<Observation> _placed = [];
    private readonly HashSet<Observation> _path = [];
    private int _lines;

    /// <summary>It stands somewhere already: in a report, or under a panel.</summary>
    public bool IsPlaced(Observation observation) => _placed.Contains(observation);

    public TestResult Read(Observation observation)
    {
        _lines++;
        _placed.Add(observation);
        if (observation.NotUnderstood is not null)
        {
            return NotUnderstood(observation);
        }
        var isFull = _lines <= MostLines && _path.Count < Deepest && _path.Add(observation);
        var parts = isFull ? PartsOf(observation) : new();
        if (isFull)
        {
            _path.Remove(observation);
        }
        var value = observation.Value is { } given ? ValueText.Of(given) : null;
        var (earlier, isLonger) = trends.Earlier(observation);
        return new()
        {
            Source = observation.Reference,
            Name = Name(observation),
            Status = ResultStatus.Of(observation.Status),
            Value = value,
            Missing = isFull || observation.HasMembers.Count == 0 ? MissingReason.Of(observation, value) : "onderdelen staan elders in de lijst",
            Ranges = RangeReader.Read(observation.ReferenceRanges),
            Flags = FlagReader.Read(observation.Interpretations),
            Effective = Moments.Start(observation.Effective),
            EffectiveEnd = Moments.End(observation.Effective),
            Issued = WrittenDate.Of(observation.Issued),
            Performers = sources.Contacts(observation.Performers, observation),
            Order = sources.Order(observation.BasedOn, observation),
            Specimen = sources.Specimen(observation.Specimen, observation),
            Method = observation.Method?.Show,
            BodySite = ResultSources.BodySite(observation.BodySite),
            Notes = Remark.Of(observation.Notes, observation),
            Members = parts.Lines,
            Growth = parts.Susceptibilities.Count == 0 ? null : new(Organism(observation, value, parts), parts.Susceptibilities),
            PatientView = sources.PatientView(observation.SimpleExtensions),
            Earlier = earlier,
            HasEarlierLeftOut = isLonger,
            OtherUnits = trends.OtherUnits(observation),
        };
    }

    /// <summary>What a reference points at; null for what may not be listed: in error, or about someone else.</summary>
    public TestResult? Read(FhirReference reference, Resource owner) =>
        Find(reference, owner) is { } found ? IsListed(found) ? Read(found) : null : NotSent(reference);

    /// <summary>The Observation, when it came along and is this patient's.</summary>
    public Observation? Find(FhirReference reference, Resource owner)
    {
        var found = sources.Find<Observation>(reference, owner);
        // Those of the answer were judged (R4); a contained one may still say that it is about another patient.
        return found?.Subject is { } subject && owner.Contained.Contains(found) && owner.PatientReference is { } whose && sources.Key(subject) != sources.Key(whose)
            ? null
            : found;
    }

    private Parts PartsOf(Observation panel)
    {
        var parts = new Parts();
        foreach (var reference in panel.HasMembers)
        {
            if (Find(reference, panel) is { } member && IsListed(member) && SusceptibilityReader.Read(member) is { } susceptibility)
            {
                _lines++;
                _placed.Add(member);
                parts.Susceptibilities.Add(susceptibility);
                parts.Isolate ??= sources.Specimen(member.Specimen, member)?.Name;
            }
            else if (Read(reference, panel) is { } line)
            {
                parts.Lines.Add(line);
            }
        }
        foreach (var component in panel.Components)
        {
            _lines++;
            if (SusceptibilityReader.Read(component, panel) is { } susceptibility)
            {
                parts.Susceptibilities.Add(susceptibility);
            }
            else
            {
                parts.Lines.Add(Line(component, panel));
            }
        }
        return parts;
    }

    private static bool IsListed(Observation observation) => !observation.IsEnteredInError && observation.Focus.Count == 0;

    private static string Name(Observation observation) => ValueText.Phrase(observation.Code) ?? "Onbekende bepaling";

    /// <summary>The growth's own value; else the isolate that was tested, where that is another material than was taken.</summary>
    private string Organism(Observation growth, ResultValue? value, Parts parts)
    {
        var isolate = parts.Isolate is { } name && name != sources.Specimen(growth.Specimen, growth)?.Name ? name : null;
        return value?.Text ?? isolate ?? Name(growth);
    }

    private static TestResult NotUnderstood(Observation observation) => new()
    {
        Source = observation.Reference,
        Name = "Uitslag",
        Status = ResultStatus.None,
        Effective = Moments.Start(observation.Effective),
        Issued = WrittenDate.Of(observation.Issued),
        IsNotUnderstood = true,
    };

    private TestResult NotSent(FhirReference reference) => new()
    {
        Source = sources.Key(reference) ?? "",
        Name = reference.Display ?? "Onderdeel",
        Status = ResultStatus.None,
        Missing = "niet meegekomen uit het EPD",
    };

    private static TestResult Line(ObservationComponent component, Observation owner)
    {
        var value = component.Value is { } given ? ValueText.Of(given) : null;
        return new()
        {
            Source = owner.Reference,
            Name = ValueText.Phrase(component.Code) ?? "Onbekend onderdeel",
            Status = ResultStatus.Of(owner.Status),
            Value = value,
            Missing = MissingReason.Of(component, value),
            Ranges = RangeReader.Read(component.ReferenceRanges),
            Flags = FlagReader.Read(component.Interpretations),
        };
    }

    private sealed class Parts
    {
        public List<TestResult> Lines { get; } = [];

        public List<Susceptibility> Susceptibilities { get; } = [];

        public string? Isolate { get; set; }
    }
}

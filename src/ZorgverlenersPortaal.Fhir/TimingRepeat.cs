using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A rule of time, its numbers as written.</summary>
public sealed record TimingRepeat
{
    public Quantity? BoundsDuration { get; private set; }

    public Period? BoundsPeriod { get; private set; }

    public QuantityRange? BoundsRange { get; private set; }

    public string? Count { get; private set; }

    public string? CountMaximum { get; private set; }

    /// <summary>How long each time lasts, in DurationUnit.</summary>
    public string? Duration { get; private set; }

    public string? DurationMaximum { get; private set; }

    public string? DurationUnit { get; private set; }

    /// <summary>Minutes before or after When.</summary>
    public string? Offset { get; private set; }

    public string? Frequency { get; private set; }

    public string? FrequencyMaximum { get; private set; }

    public string? Period { get; private set; }

    public string? PeriodMaximum { get; private set; }

    /// <summary>s, min, h, d, wk, mo or a.</summary>
    public string? PeriodUnit { get; private set; }

    public IReadOnlyList<string> DaysOfWeek { get; private set; } = [];

    public IReadOnlyList<string> TimesOfDay { get; private set; } = [];

    public IReadOnlyList<string> When { get; private set; } = [];

    /// <summary>A limit that this class does not hold, such as the days of a cycle.</summary>
    public bool HasMore { get; private set; }

    internal static TimingRepeat? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var repeat = new TimingRepeat();
        while (r.NextProperty())
        {
            repeat.ReadProperty(ref r);
        }
        return repeat;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "boundsDuration": BoundsDuration = Quantity.Read(ref r); break;
            case "boundsPeriod": BoundsPeriod = Fhir.Period.Read(ref r); break;
            case "boundsRange": BoundsRange = QuantityRange.Read(ref r); break;
            case "dayOfWeek": DaysOfWeek = r.List(Element.Code); break;
            case "timeOfDay": TimesOfDay = r.List(Element.Text); break;
            case "when": When = r.List(Element.Code); break;
            case "extension": ReadExtensions(ref r); break;
            default: ReadNumber(ref r); break;
        }
    }

    private void ReadNumber(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "count": Count = r.Number(); break;
            case "countMax": CountMaximum = r.Number(); break;
            case "duration": Duration = r.Number(); break;
            case "durationMax": DurationMaximum = r.Number(); break;
            case "durationUnit": DurationUnit = r.Code(); break;
            case "offset": Offset = r.Number(); break;
            case "frequency": Frequency = r.Number(); break;
            case "frequencyMax": FrequencyMaximum = r.Number(); break;
            case "period": Period = r.Number(); break;
            case "periodMax": PeriodMaximum = r.Number(); break;
            case "periodUnit": PeriodUnit = r.Code(); break;
            case "id": r.Unread(); break;
            default: HasMore = true; r.Unread(); break;
        }
    }

    /// <summary>timing-exact says how strict a time is; any other extension may change when it is to be taken.</summary>
    private void ReadExtensions(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return;
        }
        while (r.NextExtension())
        {
            HasMore |= r.Name is not ExtensionUrls.ExactTime;
            r.Unread();
        }
    }
}

using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>FHIR's onset[x], abatement[x] and the like: at most one of these is filled.</summary>
public sealed record TimeChoice
{
    public FhirDateTime? DateTime { get; private init; }

    public Period? Period { get; private init; }

    public Quantity? Age { get; private init; }

    public QuantityRange? Range { get; private init; }

    public string? Text { get; private init; }

    /// <summary>"Yes, but not when", as abatementBoolean of older systems says it.</summary>
    public bool? Flag { get; private init; }

    /// <summary>Reads the property the reader stands on; its name is <paramref name="element"/> and the kind ("onsetAge").</summary>
    internal static TimeChoice? Read(ref FhirReader r, string element)
    {
        switch (r.Name[element.Length..])
        {
            case "DateTime": return r.Date() is { } date ? new TimeChoice { DateTime = date } : null;
            case "Period": return Fhir.Period.Read(ref r) is { } period ? new TimeChoice { Period = period } : null;
            case "Age": return Quantity.Read(ref r) is { } age ? new TimeChoice { Age = age } : null;
            case "Range": return QuantityRange.Read(ref r) is { } range ? new TimeChoice { Range = range } : null;
            case "String": return r.Text() is { } text ? new TimeChoice { Text = text } : null;
            case "Boolean": return r.Flag() is { } flag ? new TimeChoice { Flag = flag } : null;
            default: r.Unread(); return null;
        }
    }
}
